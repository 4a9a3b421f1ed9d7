import type { Interaction } from './pact.ts'
import { isRefusalOfCredentials, isTokenRequest } from './rewrite.ts'

/** Why an interaction is not replayed against somebody else's server; undefined when it is. */
export function reasonToSkip(
  interaction: Interaction,
  { allowWrites, hasValues }: { allowWrites: boolean; hasValues: (state: string) => boolean },
): string | undefined {
  const { http, states } = interaction
  if (http === undefined) return 'it is a message, and only HTTP is replayed'
  if (isRefusalOfCredentials(interaction)) return 'it signs in wrongly on purpose, which may lock the API user'
  if (isTokenRequest(interaction)) return 'its credentials are the ones of the pact'
  if (http.response.status === 429 || http.response.status >= 500) {
    return `a ${http.response.status} cannot be brought about there`
  }
  if (!allowWrites && !isReadOnly(http.request)) return 'it writes; --allow-writes replays it'
  const unknown = states.find(({ name }) => !hasValues(name))
  return unknown === undefined ? undefined : `--states says nothing of "${unknown.name}"`
}

/** A search is a POST that changes nothing (SRCH). */
function isReadOnly({ method, path }: { method: string; path: string }): boolean {
  const verb = method.toUpperCase()
  return verb === 'GET' || verb === 'HEAD' || (verb === 'POST' && /^\/customers\/[^/]+\/search\/[^/]+$/.test(path))
}
