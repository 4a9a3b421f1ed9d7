/** Runs something after so many milliseconds, unless it is cancelled: what it gives back does that. */
export type Timer = (milliseconds: number, run: () => void) => () => void

/** Real time. */
export const realTimer: Timer = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
