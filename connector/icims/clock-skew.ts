import type { Clock } from '../clock.ts'

/** Watches how far iCIMS's clock is from ours. */
export type ClockSkewWatch = {
  /** Reads the headers of an answer that has just come. */
  read(headers: Headers): void
  /** iCIMS's clock minus ours in milliseconds, by the last answer; undefined while none has told. */
  readonly milliseconds: number | undefined
}

export function createClockSkewWatch(clock: Clock): ClockSkewWatch {
  let last: { theirs: string; ours: number } | undefined
  return {
    read(headers) {
      const theirs = headers.get('date')
      if (theirs !== null) last = { theirs, ours: clock.now().getTime() }
    },
    get milliseconds() {
      const theirs = last === undefined ? Number.NaN : Date.parse(last.theirs)
      return Number.isNaN(theirs) ? undefined : theirs - last!.ours
    },
  }
}
