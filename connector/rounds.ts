import type { Clock } from './clock.ts'

/** Work that comes again and again. */
export type Rounds = {
  /** Does what is due. @returns how long there is nothing to do then, in milliseconds; 0 when there may be more at once. */
  round(): Promise<number>
  /** The longest wait, in milliseconds, and the one after a round that threw: other processes may leave work behind. */
  poll: number
  /** Told of what keeps a whole round from being done, such as a database that is away. */
  onError(error: unknown): void
  /** Waits, or is woken before; the clock alone unless given. */
  rest?(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** Works in rounds until the signal fires. */
export async function workInRounds(
  clock: Clock,
  signal: AbortSignal,
  { round, poll, onError, rest = clock.sleep }: Rounds,
): Promise<void> {
  while (!signal.aborted) {
    const wait = await round().catch((error: unknown) => {
      onError(error)
      return poll
    })
    if (wait > 0) await rest(Math.min(wait, poll), signal).catch(() => {})
  }
}

/** Milliseconds until an instant, at least so many; without an instant there is no end of them. */
export function timeUntil(instant: string | undefined, clock: Clock, least = 1): number {
  return instant === undefined ? Number.POSITIVE_INFINITY : Math.max(least, Date.parse(instant) - clock.now().getTime())
}
