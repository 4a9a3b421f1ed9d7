import { type AccessTokens, NoTokenError } from './access-token.ts'
import type { PartnerAnswer } from './attempts.ts'
import { type BuildOptions, buildEvent, type Outgoing } from './build.ts'
import { judge, type LabelOf, type Verdict } from './judge.ts'
import type { Occurrence } from './occurrence.ts'
import { defaultTimeout, type Subscribed } from './subscription.ts'
import type { Timer } from './timer.ts'
import type { Transport } from './transport.ts'

/** What sending needs. */
export type SendContext = { transport: Transport; tokens: AccessTokens; timer: Timer; labelOf: LabelOf }

/** How a sending ended. */
export type Sent = { answer?: PartnerAnswer; verdict: Verdict }

/** The one reason that is no failure: the simulator stops. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'
}

class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
}

/**
 * Sends one event and waits for the answer, for as long as its subscription allows; getting a token counts.
 *
 * @param onReady told of the request just before it goes, or of none when there is no token.
 * @throws StoppedError when `stop` says so.
 */
export async function sendEvent(
  subscription: Subscribed,
  occurrence: Occurrence,
  options: Omit<BuildOptions, 'token'>,
  { transport, tokens, timer, labelOf }: SendContext,
  stop: AbortSignal,
  onReady: (request: Outgoing | undefined) => void,
): Promise<Sent> {
  const { auth, timeout = defaultTimeout } = subscription
  const late = new AbortController()
  const cancel = timer(timeout, () => late.abort(new TimeoutError()))
  const signal = AbortSignal.any([stop, late.signal])
  let isReady = false
  try {
    const token = auth.type === 'oauth' ? await tokens.get(auth, signal) : undefined
    const request = buildEvent(subscription, occurrence, { ...options, ...(token !== undefined && { token }) })
    isReady = true
    onReady(request)
    const answer = await transport(request, signal)
    if (answer.status === 401 && auth.type === 'oauth') tokens.forget(auth)
    return { answer, verdict: judge(answer, request.url, labelOf) }
  } catch (error) {
    if (stop.aborted) throw new StoppedError()
    if (!isReady) onReady(undefined)
    return { verdict: failure(error, late.signal.aborted, timeout, isReady) }
  } finally {
    cancel()
  }
}

function failure(error: unknown, isLate: boolean, timeout: number, isReady: boolean): Verdict {
  const what = isReady ? 'The partner' : 'The token address'
  if (isLate)
    return { outcome: isReady ? 'timeout' : 'no-token', reason: `${what} did not answer within ${timeout} ms.` }
  if (error instanceof NoTokenError) return { outcome: 'no-token', reason: error.message }
  const { code, message, cause } = error as NodeJS.ErrnoException & { cause?: NodeJS.ErrnoException }
  const reason = `${what} cannot be reached: ${code ?? cause?.code ?? message}.`
  return { outcome: isReady ? 'unreachable' : 'no-token', reason }
}
