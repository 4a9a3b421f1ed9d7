import { authOf, checkConnection, openKept, secretOf } from './open-connector.ts'
import { type ConnectionFlags, UsageError } from './options.ts'
import { print } from './print.ts'
import { readSecret } from './secrets.ts'
import { readSettings } from './settings.ts'

/** What `add` takes. */
export type AddFlags = ConnectionFlags & {
  organization?: string
  email?: string
  originId?: string
  secretStdin?: true
}

/** `icims-connector add`: connects the iCIMS of a customer. */
export async function add(flags: AddFlags): Promise<void> {
  const { username, clientId, given } = flags
  const missing = [
    ...(given.includes('customerId') ? [] : ['--customer-id']),
    ...(given.includes('baseUrl') ? [] : ['--base-url']),
    ...(username === undefined && clientId === undefined ? ['--username or --client-id'] : []),
  ]
  if (missing.length > 0) throw new UsageError(`Say which iCIMS. Missing: ${missing.join(', ')}.`)
  checkConnection(flags)
  const settings = await readSettings(flags)
  const { customerId, baseUrl, environment, integrationId, organization, email, originId } = flags
  const auth = authOf(flags, await readConnectionSecret(flags))
  await using connector = await openKept(flags)
  const integration = await connector.administration.addIntegration({
    ...(integrationId !== undefined && { id: integrationId.replace(/^icims:/, '') }),
    customerId,
    baseUrl,
    environmentId: environment,
    auth,
    endUser: {
      organizationName: organization ?? `iCIMS customer ${customerId}`,
      creatorEmail: email ?? null,
      originId: originId ?? null,
    },
    ...settings,
  })
  print(
    flags.json,
    integration,
    () => `Added icims:${integration.id}, customer ${customerId} at ${baseUrl}, in the environment ${environment}.
  try it out   icims-connector check ${integration.id}
  sync it      icims-connector sync ${integration.id}, or leave it to icims-connector serve
`,
  )
}

/** The secret of the sign-in that the flags describe. */
export function readConnectionSecret({
  secretStdin = false,
  ...flags
}: Pick<AddFlags, 'hmac' | 'clientId'> & { secretStdin?: boolean }): Promise<string> {
  const { variable, what } = secretOf(flags)
  return readSecret(variable, what, secretStdin)
}
