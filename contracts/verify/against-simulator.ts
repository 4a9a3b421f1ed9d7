import { contractCustomer, contractUser } from '../states.ts'
import type { KnownState } from './check-states.ts'
import type { Interaction, Pact } from './pact.ts'
import { isTokenRequest } from './rewrite.ts'
import type { Replay } from './verify-pacts.ts'

/** How a pact is replayed against a simulator, which takes on what the pact calls it with. */
export function replayAgainstSimulator(pact: Pact, catalogue: readonly KnownState[]): Replay {
  const { username, password } = contractUser
  return {
    pact: withDefaults(pact, catalogue),
    keeper: { kind: 'simulator', customerId: customerOf(pact), ...clientOf(pact) },
    rewriting: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
    reasonToSkip: ({ http }) => (http === undefined ? 'it is a message, and only HTTP is replayed' : undefined),
  }
}

/** Parameters that a pact leaves out; version 2 has no place for any. */
function withDefaults(pact: Pact, catalogue: readonly KnownState[]): Pact {
  const filled = pact.interactions.map((interaction) => ({
    ...interaction,
    states: interaction.states.map(({ name, params }) => ({
      name,
      params: { ...catalogue.find((state) => state.name === name)?.defaults, ...params },
    })),
  }))
  const entries = pact.document.interactions.map(({ providerState, ...entry }, index) => ({
    ...entry,
    ...(filled[index]!.states.length > 0 && { providerStates: filled[index]!.states }),
  }))
  return { ...pact, interactions: filled, document: { ...pact.document, interactions: entries } }
}

/** The customer that most paths name. */
function customerOf({ interactions }: Pact): number {
  const counts = new Map<number, number>()
  for (const { http } of interactions) {
    const [, customer] = /^\/customers\/(\d+)/.exec(http?.request.path ?? '') ?? []
    if (customer !== undefined) counts.set(Number(customer), (counts.get(Number(customer)) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? contractCustomer
}

/** The client that asks for a token and gets one: the tenant knows it by that. */
function clientOf({ interactions }: Pact): { clientId?: string; clientSecret?: string } {
  const granted = interactions.find((one) => isTokenRequest(one) && one.http!.response.status === 200)
  const { client_id, client_secret } = granted === undefined ? {} : bodyOf(granted)
  return typeof client_id === 'string' && typeof client_secret === 'string'
    ? { clientId: client_id, clientSecret: client_secret }
    : {}
}

function bodyOf({ http }: Interaction): { client_id?: unknown; client_secret?: unknown } {
  const { body } = http!.request
  const content = (body as { content?: unknown } | undefined)?.content ?? body
  return typeof content === 'string' ? Object.fromEntries(new URLSearchParams(content)) : ((content ?? {}) as object)
}
