import type { Clock } from './clock.ts'
import type { Feature } from './coverage/coverage.ts'
import { callRaw, type RawAnswer, type RawCall } from './icims/call-raw.ts'
import { type Credentials, createCredentials } from './icims/credentials.ts'
import { toCustomerUrl } from './icims/customer-url.ts'
import { infer } from './models/model.ts'
import { type Integration, readCredentials } from './store/integration.ts'
import type { Store } from './store/store.ts'
import type { Vault } from './store/vault.ts'

/** A call to iCIMS that a client of ours has written itself. */
export type PassthroughCall = Omit<RawCall, 'url'> & { path: string; params?: Readonly<Record<string, string>> }

/**
 * Makes it with the integration's credentials, which it never tells.
 *
 * @throws PathError when it would lead out of the customer's part of the API; RawCallError when there is no answer.
 */
export type Passthrough = (integration: Integration, call: PassthroughCall) => Promise<RawAnswer & { url: string }>

export const passthroughFeature: Feature = {
  id: 'api_passthrough',
  label: 'API passthrough',
  origin: infer("one call as the client wrote it, below the customer's own address"),
}

/** How long one call may take, in milliseconds. */
const timeout = 60_000

export function createPassthrough({
  store,
  vault,
  fetch,
  clock,
}: {
  store: Store
  vault: Vault
  fetch: typeof globalThis.fetch
  clock: Clock
}): Passthrough {
  // A token is good for many calls: one for each would get the client disabled (C4).
  const known = new Map<string, { written: string; credentials: Credentials }>()
  return async ({ id, baseUrl, customerId }, { path, params, ...call }) => {
    const url = toCustomerUrl(baseUrl, customerId, path, params)
    const auth = await readCredentials(store, vault, id)
    const written = JSON.stringify(auth)
    let kept = known.get(id)
    if (kept?.written !== written) {
      kept = { written, credentials: createCredentials(auth, fetch, clock, { tries: 1 }) }
      known.set(id, kept)
    }
    const answer = await callRaw({ ...call, url }, auth, { credentials: kept.credentials, fetch, timeout })
    return { ...answer, url: url.href }
  }
}
