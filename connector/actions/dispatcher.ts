import type { Clock } from '../clock.ts'
import { workInRounds } from '../rounds.ts'
import type { Actions } from './actions.ts'

/** Other processes may leave actions behind, so they are looked for again after so many milliseconds. */
const poll = 5_000

/**
 * Goes on with the actions that were cut off, until the signal fires: at once, and whenever one is due.
 *
 * @param onError told of what keeps a whole round from being done, such as a database that is away.
 */
export async function dispatchActions(
  { resume }: Pick<Actions, 'resume'>,
  clock: Clock,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  const round = async (): Promise<number> => {
    await resume()
    return poll
  }
  await workInRounds(clock, signal, { round, poll, onError })
}
