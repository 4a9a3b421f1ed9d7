import type { Administration } from '../administration.ts'
import type { Clock } from '../clock.ts'
import { createIcimsClient } from '../icims/client.ts'
import { defaultMapping } from '../models/settings.ts'
import type { Runner } from '../runner.ts'
import {
  activationTime,
  type ConnectLink,
  claimLink,
  countCheck,
  enteredName,
  findLink,
  releaseLink,
  saveActivation,
} from '../store/connect-links.ts'
import { AdministrationError, getIntegration, type Integration } from '../store/integration.ts'
import { deleteSecret, readSecret, saveSecret } from '../store/secrets.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'
import { announceFailedConnection } from '../webhooks/announce.ts'
import type { Refusal } from './app.ts'
import { checkIntegration } from './check.ts'
import type { Entered } from './entered.ts'
import type { Region } from './regions.ts'
import { type CheckStep, isGood } from './report.ts'

/** What the pages do. */
export type ConnectFlow = {
  open(token: string): Promise<ConnectLink | { refusal: Refusal }>
  /** The integration that a link is for, where there is one already. */
  integrationOf(link: ConnectLink): Promise<Integration | undefined>
  /** Where the account that is entered may be. */
  regionsOf(link: ConnectLink): Promise<readonly Region[]>
  /** A word that only a form of ours can hold. */
  sign(link: ConnectLink): string
  isSigned(link: ConnectLink, word: string): boolean
  /** Tries out an account, and keeps it for the activation if it is good. @returns undefined after too many. */
  check(link: ConnectLink, entered: Entered): Promise<readonly CheckStep[] | undefined>
  /** Connects what was tried out. @returns the token that tells of it. */
  activate(link: ConnectLink): Promise<{ token: string } | { refusal: Refusal }>
}

export type ConnectFlowOptions = {
  store: Store
  vault: Vault
  clock: Clock
  fetch?: typeof globalThis.fetch
  random: () => number
  administration: Pick<Administration, 'addIntegration' | 'rotateCredentials' | 'setEnabled'>
  runner: Pick<Runner, 'start'>
  regions: readonly Region[]
}

/** Accounts that may be tried out by one link. */
const checkLimit = 20

export function createConnectFlow(options: ConnectFlowOptions): ConnectFlow {
  const { store, vault, clock, fetch, random, administration, runner, regions } = options
  const integrationOf = async ({ integrationId }: ConnectLink): Promise<Integration | undefined> =>
    integrationId === undefined ? undefined : getIntegration(store, integrationId)

  const connect = async (link: ConnectLink, { customerId, region, auth }: Entered): Promise<string> => {
    const integration = await integrationOf(link)
    if (integration !== undefined) {
      await administration.rotateCredentials(integration.id, auth)
      await administration.setEnabled(integration.id, true)
      return integration.id
    }
    const { environmentId, endUser } = link
    const { id } = await administration.addIntegration({
      environmentId,
      endUser,
      customerId,
      baseUrl: region.baseUrl,
      auth,
    })
    return id
  }

  return {
    async open(token) {
      const link = token === '' ? undefined : await findLink(store, token)
      if (link === undefined) return { refusal: unknown }
      if (link.usedAt !== null) return { refusal: used }
      if (link.expiresAt <= clock.now().toISOString()) return { refusal: expired }
      const isGone = link.integrationId !== undefined && (await integrationOf(link)) === undefined
      return isGone ? { refusal: gone } : link
    },
    integrationOf,
    async regionsOf(link) {
      const integration = await integrationOf(link)
      if (integration === undefined || regions.some(({ baseUrl }) => baseUrl === integration.baseUrl)) return regions
      // Added by hand: where it is has no name.
      const { baseUrl } = integration
      return [{ id: baseUrl, label: baseUrl, baseUrl, tokenUrl: regions[0]?.tokenUrl ?? '' }]
    },
    sign: ({ id }) => vault.seal(formName(id), clock.now().toISOString()),
    isSigned({ id }, word) {
      try {
        return Date.parse(vault.open(formName(id), word)) > clock.now().getTime() - activationTime
      } catch {
        return false
      }
    },
    async check(link, entered) {
      const at = clock.now().toISOString()
      if (!(await countCheck(store, link.id, checkLimit, at))) return undefined
      const { customerId, region, auth } = entered
      // Somebody waits for the page: two tries, and not for long.
      const trying = { tries: 2, timeout: 15_000, random, clock, ...(fetch && { fetch }) }
      const client = createIcimsClient({ customerId, baseUrl: region.baseUrl, auth, ...trying })
      const { settings = defaultMapping } = (await integrationOf(link)) ?? {}
      const steps: CheckStep[] = []
      for await (const step of checkIntegration(client, settings)) steps.push(step)
      await store.transaction(async (inner) => {
        if (isGood(steps)) await saveSecret(inner, vault, enteredName(link.id), JSON.stringify(entered))
        else {
          await deleteSecret(inner, enteredName(link.id))
          await announceFailedConnection(inner, link, at)
        }
      })
      return steps
    },
    async activate(link) {
      const now = clock.now()
      const kept = await readSecret(store, vault, enteredName(link.id))
      const isStale = link.enteredAt === null || Date.parse(link.enteredAt) <= now.getTime() - activationTime
      if (kept === undefined || isStale) return { refusal: nothing }
      if (!(await claimLink(store, link.id, now.toISOString()))) return { refusal: used }
      let integrationId: string
      try {
        integrationId = await connect(link, JSON.parse(kept))
      } catch (error) {
        await releaseLink(store, link.id)
        if (error instanceof AdministrationError) return { refusal: taken }
        throw error
      }
      await deleteSecret(store, enteredName(link.id))
      const token = await saveActivation(store, link.id, integrationId, now)
      await runner.start(integrationId, 'FULL')
      return { token }
    },
  }
}

function formName(id: string): string {
  return `connect-form:${id}`
}

const unknown: Refusal = { status: 404, title: 'This link is unknown', text: 'Ask whoever sent it for a new one.' }
const used: Refusal = {
  status: 410,
  title: 'This link has been used',
  text: 'The connection was made with it. Ask for a new link to enter another account.',
}
const expired: Refusal = { status: 410, title: 'This link has expired', text: 'Ask whoever sent it for a new one.' }
const gone: Refusal = {
  status: 410,
  title: 'The connection is no longer there',
  text: 'It was deleted after this link was made. Ask for a link to connect anew.',
}
const nothing: Refusal = {
  status: 409,
  title: 'Nothing to connect',
  text: 'The account has to be tried out first, within the last hour. Open your link again and enter it.',
}
const taken: Refusal = {
  status: 409,
  title: 'This customer is connected already',
  text: 'Its customer id is in use. Ask whoever sent the link for one that reconnects it.',
}
