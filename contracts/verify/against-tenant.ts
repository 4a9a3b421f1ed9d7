import { hmacHeaders } from '../conformance/sign-in.ts'
import { networkReason } from '../network-reason.ts'
import { reasonToStop, toBeSigned } from '../provider/elsewhere.ts'
import type { Pact } from './pact.ts'
import { reasonToSkip } from './select.ts'
import { TargetError } from './target-error.ts'
import type { Replay } from './verify-pacts.ts'

/** What is true at the other server of a state, in place of the parameters of the pact. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, string | number>>>>

/** How every request signs in: by one Authorization header, or by a signature of its own (D2). */
export type SignIn = { authorization: string } | { hmac: { username: string; key: string } }

/** A tenant, or any other server, to replay pacts against. */
export type Target = SignIn & {
  baseUrl: string
  customerId?: number
  allowWrites: boolean
  states: StateValues
}

/** How a pact is replayed against a server that is not ours. */
export function replayAgainstTenant(pact: Pact, target: Target): Replay {
  const { baseUrl, states, allowWrites, customerId } = target
  const isSigned = 'hmac' in target
  return {
    pact,
    keeper: { kind: 'elsewhere', baseUrl, states, ...(isSigned && { hmac: target.hmac }) },
    rewriting: {
      authorization: isSigned ? toBeSigned : target.authorization,
      ...(customerId !== undefined && { customerId }),
      values: (state) => states[state],
    },
    reasonToSkip: (interaction) =>
      reasonToSkip(interaction, { allowWrites, hasValues: (state) => Object.hasOwn(states, state) }),
  }
}

/**
 * One call before all others, so that wrong credentials or a wrong address cost one line and not a page.
 *
 * @throws TargetError when it makes no sense to go on.
 */
export async function checkTarget(target: Target, pacts: readonly Pact[]): Promise<void> {
  const { baseUrl, customerId } = target
  const paths = pacts.flatMap(({ interactions }) => interactions.map(({ http }) => http?.request.path ?? ''))
  const named = customerId ?? paths.map((path) => /^\/customers\/(\d+)/.exec(path)?.[1]).find((id) => id !== undefined)
  const address = `${baseUrl.replace(/\/$/, '')}/customers/${named ?? ''}`
  const headers =
    'hmac' in target
      ? hmacHeaders(target.hmac, { method: 'GET', url: address, headers: {} }, new Date())
      : { authorization: target.authorization }
  const init = { headers, redirect: 'manual', signal: AbortSignal.timeout(30_000) } as const
  const answer = await fetch(address, init).catch((error: Error) => error)
  if (answer instanceof Error) throw new TargetError(`${baseUrl} does not answer: ${networkReason(answer)}.`)
  await answer.arrayBuffer()
  const reason = reasonToStop(answer.status, answer.headers.get('content-type') ?? '')
  if (reason !== undefined) throw new TargetError(`Nothing was replayed against ${baseUrl}: ${reason}.`)
}
