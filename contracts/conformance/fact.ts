import type { Evidence } from '../../openapi/document.ts'
import type { Site } from './site.ts'
import type { Witness } from './witness.ts'

/**
 * What a check needs: reading alone, leave to write, to change what only an administrator changes or to use up the day's
 * calls, a second API user who may do less, or events that somebody recorded.
 */
export type Need = 'read' | 'write' | 'admin' | 'quota' | 'second user' | 'deliveries'

/** Looks at a site; says through the witness what it saw. */
export type Check = (site: Site, see: Witness) => Promise<void>

/** One evidenced fact about iCIMS, and how to see it from outside. */
export type Fact = {
  /** Stable name: `search.text.contains`. */
  id: string
  /** The fact, as a sentence without a full stop. */
  title: string
  /** How sure we are of it. */
  level: Evidence['level']
  /** Keys of `openapi/README.md`, with commas. */
  source: string
  needs: Need
  /** The `x-switch` that brings the simulator in line where the fact does not hold. */
  switch?: string
  /** Done before the first check of a run, for what shows after a while only. */
  prepare?: (site: Site) => Promise<unknown>
  check: Check
}

/** What a check came to. */
export type Verdict = 'confirmed' | 'contradicted' | 'not testable here'

/** A fact with its verdict; `detail` says what was seen instead, or why nothing could be seen. */
export type Finding = Omit<Fact, 'check' | 'prepare'> & { verdict: Verdict; detail?: string; milliseconds: number }

/** Makes a fact that reading shows, unless told otherwise. */
export function fact(
  id: string,
  [level, source]: readonly [Evidence['level'], string],
  title: string,
  check: Check,
  more: Pick<Partial<Fact>, 'needs' | 'switch' | 'prepare'> = {},
): Fact {
  return { id, level, source, title, needs: 'read', ...more, check }
}
