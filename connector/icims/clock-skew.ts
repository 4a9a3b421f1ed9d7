import type { Clock } from '../clock.ts'
import type { AnswerHeaders } from './exchange.ts'

/** Watches how far iCIMS's clock is from ours. */
export type ClockSkewWatch = {
  /** Reads the headers of an answer that has just come. */
  read(headers: AnswerHeaders): void
  /** iCIMS's clock minus ours in milliseconds, by the last answer; undefined while none has told. */
  readonly milliseconds: number | undefined
  /** The least of all answers. */
  readonly least: number | undefined
}

export function createClockSkewWatch(clock: Clock): ClockSkewWatch {
  let last: number | undefined
  /** The header that was read last: it changes once a second, at most. */
  let told = ''
  let at = Number.NaN
  let least: number | undefined
  return {
    read(headers) {
      const theirs = headers.get('date')
      if (theirs === null) return
      if (theirs !== told) at = Date.parse(theirs)
      told = theirs
      const difference = at - clock.now().getTime()
      last = Number.isNaN(difference) ? undefined : difference
      if (last !== undefined) least = Math.min(last, least ?? last)
    },
    get milliseconds() {
      return last
    },
    get least() {
      return least
    },
  }
}
