import type { IcimsClient } from '../icims/client.ts'
import type { Integration } from '../store/integration.ts'

/** Gives the client of an integration's iCIMS. */
export type ClientOf = (integration: Integration) => Promise<IcimsClient>

/** One client of an integration for all its actions, until the integration changes: they share token, pace and quota. */
export function sharedClient(make: ClientOf): ClientOf {
  const clients = new Map<string, { updatedAt: string; client: Promise<IcimsClient> }>()
  return (integration) => {
    const { id, updatedAt } = integration
    const known = clients.get(id)
    if (known?.updatedAt === updatedAt) return known.client
    const client = make(integration)
    clients.set(id, { updatedAt, client })
    client.catch(() => clients.delete(id))
    return client
  }
}
