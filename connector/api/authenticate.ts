import { isSame } from '../is-same.ts'
import { findKeyEnvironment, hasApiKeys } from '../store/api-keys.ts'
import { defaultEnvironment } from '../store/integration.ts'
import type { Store } from '../store/store.ts'

/** Finds the environment that an `Authorization` header opens; undefined when it opens none. */
export type Authenticate = (header: string | undefined) => Promise<string | undefined>

/**
 * Knows the keys of the store, and two that are kept nowhere.
 *
 * @param apiKey opens the default environment, always.
 * @param developmentKey the same, as long as the store has no key: a fixed one is no key once there are real ones.
 */
export function createAuthenticate(store: Store, apiKey?: string, developmentKey?: string): Authenticate {
  return async (header) => {
    const key = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
    if (key === undefined) return undefined
    if (apiKey !== undefined && isSame(key, apiKey)) return defaultEnvironment
    if (developmentKey !== undefined && isSame(key, developmentKey) && !(await hasApiKeys(store))) {
      return defaultEnvironment
    }
    return findKeyEnvironment(store, key)
  }
}
