import { eventsSecretName } from '../store/integration.ts'
import { deleteSecret, readSecret, saveSecret } from '../store/secrets.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'

/** How iCIMS signs in with us when it sends an event. We give out these values, the customer enters them in iCIMS. */
export type EventAuth =
  | { type: 'basic'; username: string; password: string }
  | { type: 'hmac'; username: string; key: string }
  | { type: 'oauth'; clientId: string; clientSecret: string }

/** Keeps it, sealed. */
export function saveEventAuth(store: Store, vault: Vault, integrationId: string, auth: EventAuth): Promise<void> {
  return saveSecret(store, vault, eventsSecretName(integrationId), JSON.stringify(auth))
}

/** @returns undefined for an integration that takes no events. */
export async function readEventAuth(store: Store, vault: Vault, integrationId: string): Promise<EventAuth | undefined> {
  const text = await readSecret(store, vault, eventsSecretName(integrationId))
  return text === undefined ? undefined : JSON.parse(text)
}

export function removeEventAuth(store: Store, integrationId: string): Promise<void> {
  return deleteSecret(store, eventsSecretName(integrationId))
}
