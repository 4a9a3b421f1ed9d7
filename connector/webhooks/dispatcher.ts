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
  while (!signal.aborted) {
    let wait = poll
    try {
      if ((await deliverDue(options)) > 0) continue
      const due = await nextDue(store)
      if (due !== undefined) wait = Math.min(poll, Math.max(0, Date.parse(due) - clock.now().getTime()))
    } catch (error) {
      onError(error)
    }
    await clock.sleep(wait, signal).catch(() => {})
  }
}
