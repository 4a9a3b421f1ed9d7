import { randomBytes } from 'node:crypto'
import { AdministrationError, knownIntegration } from '../store/integration.ts'
import { listReceived, type ReceivedEvent } from '../store/received-events.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'
import { eventPath } from './app.ts'
import { type EventAuth, readEventAuth, removeEventAuth, saveEventAuth } from './event-auth.ts'

/** How a customer's iCIMS may sign in with us. */
export const eventAuthTypes = ['basic', 'hmac', 'oauth'] as const
export type EventAuthType = (typeof eventAuthTypes)[number]

/** What the customer enters in iCIMS: paths come after the connector's own address. */
export type EventSetup = {
  path: string
  /** Where a token is had, with OAuth. */
  tokenPath: string | null
  type: EventAuthType
  /** User or client id. */
  name: string
}

/** What says whether and how an integration takes events, and shows those that came. */
export type EventAdministration = {
  /** Lets an integration take events. The secret is the one given, or a new one; it is told this once. */
  acceptEvents(id: string, options: { type: EventAuthType; secret?: string }): Promise<EventSetup & { secret: string }>
  /** @returns undefined for one that takes none. */
  eventSetup(id: string): Promise<EventSetup | undefined>
  refuseEvents(id: string): Promise<void>
  /** The latest events, the newest first. */
  listEvents(limit?: number): Promise<ReceivedEvent[]>
}

export function createEventAdministration({ store, vault }: { store: Store; vault: Vault }): EventAdministration {
  return {
    async acceptEvents(id, { type, secret = randomBytes(32).toString('base64url') }) {
      if (secret.length < 16) throw new AdministrationError('The secret of events must have 16 characters or more.')
      return store.transaction(async (inner) => {
        await knownIntegration(inner, id)
        const auth = toEventAuth(id, type, secret)
        await saveEventAuth(inner, vault, id, auth)
        return { ...toSetup(id, auth), secret }
      })
    },
    async eventSetup(id) {
      await knownIntegration(store, id)
      const auth = await readEventAuth(store, vault, id)
      return auth && toSetup(id, auth)
    },
    async refuseEvents(id) {
      await knownIntegration(store, id)
      if ((await readEventAuth(store, vault, id)) === undefined) {
        throw new AdministrationError(`Integration ${id} takes no events.`)
      }
      await removeEventAuth(store, id)
    },
    listEvents: (limit = 100) => listReceived(store, limit),
  }
}

function toEventAuth(id: string, type: EventAuthType, secret: string): EventAuth {
  const name = `icims-${id.slice(0, 8)}`
  switch (type) {
    case 'basic':
      return { type, username: name, password: secret }
    case 'hmac':
      return { type, username: name, key: secret }
    case 'oauth':
      return { type, clientId: name, clientSecret: secret }
  }
}

function toSetup(id: string, auth: EventAuth): EventSetup {
  const path = eventPath(id)
  const isOAuth = auth.type === 'oauth'
  return {
    path,
    tokenPath: isOAuth ? `${path}/token` : null,
    type: auth.type,
    name: isOAuth ? auth.clientId : auth.username,
  }
}
