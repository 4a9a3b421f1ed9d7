import { timeUntil, workInRounds } from '../rounds.ts'
import { nextDue } from '../store/deliveries.ts'
import { type DeliverOptions, deliverDue } from './deliver.ts'

/** Other processes may put webhooks into the queue, so it is looked at again after so many milliseconds. */
const poll = 5_000

/**
 * Sends webhooks as they become due, until the signal fires.
 *
 * @param onError told of what keeps a whole round from being sent, such as a database that is away.
 */
export async function dispatchWebhooks(
  options: DeliverOptions,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  const { store, clock } = options
  const round = async (): Promise<number> =>
    (await deliverDue(options)) > 0 ? 0 : timeUntil(await nextDue(store), clock)
  await workInRounds(clock, signal, { round, poll, onError })
}
