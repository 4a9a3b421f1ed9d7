import { type Clock, createFrozenClock, createRunningClock, wallClock } from '../clock.ts'
import { isKept } from '../store/database.ts'
import { UsageError } from './usage-error.ts'

/** What a command line says of the tenant's time. */
export type ClockFlags = { clock?: 'frozen' | 'running'; now?: number; speed?: number; live?: number; data?: string }

/**
 * The clock a command line asks for: one that runs from now on unless it says otherwise.
 *
 * @returns undefined to go on with the clock a data file was kept with.
 */
export function openClock({ clock, now, speed: plain, live, data }: ClockFlags): Clock | undefined {
  if (live !== undefined && (clock === 'frozen' || plain !== undefined)) {
    throw new UsageError('--live makes the clock run, at the factor it names: leave out --speed and --clock frozen.')
  }
  const speed = live ?? plain
  if (clock === 'frozen' && speed !== undefined) {
    throw new UsageError('--speed is for a clock that runs, --clock frozen stands still. Leave one of them out.')
  }
  if (isKept(data) && clock === undefined && now === undefined && speed === undefined) return undefined
  if (clock === 'frozen') return createFrozenClock(now ?? wallClock())
  return createRunningClock({ ...(now !== undefined && { at: now }), ...(speed !== undefined && { speed }) })
}
