import type { Integration } from '../index.ts'
import { readConnectionSecret } from './add.ts'
import { authOf, checkUrl, chooseIntegration, openExisting } from './open-connector.ts'
import { type CommonFlags, type SignInFlags, UsageError } from './options.ts'
import { print, table } from './print.ts'
import { readSettings, type SettingsFlags } from './settings.ts'

/** `icims-connector integrations list` */
export async function list(flags: CommonFlags): Promise<void> {
  await using connector = await openExisting(flags)
  const integrations = await connector.integrations()
  print(flags.json, integrations, () =>
    integrations.length === 0
      ? 'There is no integration yet. Add one with `icims-connector add`.\n'
      : table(
          ['integration', 'environment', 'customer', 'address', 'signs in as', 'state'],
          integrations.map((one) => [
            one.id,
            one.environmentId,
            one.customerId,
            one.baseUrl,
            one.account,
            stateOf(one),
          ]),
        ),
  )
}

/** `icims-connector integrations pause` and `resume` */
export async function setEnabled(word: string, enabled: boolean, flags: CommonFlags): Promise<void> {
  await using connector = await openExisting(flags)
  const { id } = await chooseIntegration(connector, word)
  await connector.administration.setEnabled(id, enabled)
  print(flags.json, { id, enabled }, () => `${enabled ? 'Resumed' : 'Paused'} icims:${id}.\n`)
}

/** `icims-connector integrations remove` */
export async function remove(word: string, flags: CommonFlags & { yes?: true }): Promise<void> {
  await using connector = await openExisting(flags)
  const { id, customerId } = await chooseIntegration(connector, word)
  if (!flags.yes) {
    throw new UsageError(`This deletes every row of customer ${customerId} and its credentials. Say --yes to do it.`)
  }
  await connector.administration.removeIntegration(id)
  print(flags.json, { id, removed: true }, () => `Removed icims:${id} with every row of it.\n`)
}

/** `icims-connector integrations change` */
export async function change(word: string, flags: CommonFlags & SettingsFlags): Promise<void> {
  const settings = await readSettings(flags)
  if (Object.keys(settings).length === 0)
    throw new UsageError('Say what changes: --settings, --sync-settings or --scopes.')
  await using connector = await openExisting(flags)
  const { id } = await chooseIntegration(connector, word)
  await connector.administration.changeSettings(id, settings)
  const changed = await chooseIntegration(connector, id)
  print(flags.json, changed, () => `Changed icims:${id}. The next sync goes by it.\n`)
}

/** What `integrations rotate` takes. */
export type RotateFlags = CommonFlags & SignInFlags & { secretStdin?: true }

/** `icims-connector integrations rotate`: another password or key for the same user, unless another account is named. */
export async function rotate(word: string, flags: RotateFlags): Promise<void> {
  checkUrl('--token-url', flags.tokenUrl)
  await using connector = await openExisting(flags)
  const integration = await chooseIntegration(connector, word)
  const { id } = integration
  const signIn = flags.username === undefined && flags.clientId === undefined ? sameUser(integration, flags) : flags
  const auth = authOf(signIn, await readConnectionSecret(signIn))
  await connector.administration.rotateCredentials(id, auth)
  const { account } = await chooseIntegration(connector, id)
  print(flags.json, { id, account }, () => `icims:${id} signs in as ${account} from now on.\n`)
}

/** @throws UsageError where a client signs in: the address of its tokens is not shown, and must not be guessed. */
function sameUser<Flags extends RotateFlags>({ account }: Integration, flags: Flags): Flags {
  const [, type, username] = /^(basic|hmac) (.+)$/.exec(account) ?? []
  if (username !== undefined) return { ...flags, username, ...(type === 'hmac' && { hmac: true }) }
  throw new UsageError('Say what signs in from now on: --username, or --client-id with its --token-url.')
}

/** The state of an integration in a word. */
export function stateOf({ enabled, state }: Integration): string {
  return enabled ? state.toLowerCase() : 'paused'
}
