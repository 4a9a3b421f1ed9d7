import type { ProfileType } from '../tenant/profile-types.ts'

/** What goes wrong. */
export type FaultEffect =
  /** An error of iCIMS's own shape; nothing is done. */
  | { kind: 'status'; status: number; code?: number; message?: string; retryAfter?: number }
  /** The day's calls are used up: 429, until the rule ends. */
  | { kind: 'quota' }
  /** A page of a proxy in front of iCIMS instead of an answer; nothing is done. */
  | { kind: 'html'; status: number }
  /** Every bearer token given so far is refused, this call's first. */
  | { kind: 'expire-tokens' }
  /** What was done is answered late, by so many milliseconds, up to `spread` more. */
  | { kind: 'latency'; milliseconds: number; spread?: number }
  /** The connection is reset before anything is done, or in the middle of the answer to what was done. */
  | { kind: 'reset'; when: 'before' | 'during' }
  /** The answer ends halfway, as if that were all of it. */
  | { kind: 'truncate' }
  /** The body comes in pieces over so many milliseconds. */
  | { kind: 'slow'; milliseconds: number }
  /** A search does not find yet what changed in the last minutes, whatever staleness it asks for. */
  | { kind: 'stale'; minutes: number }
  /** The caller does not see a field. */
  | { kind: 'hide-field'; profile: ProfileType; field: string }

/** Which calls go wrong, and how. What is left out matches every call; the counts make a rule repeatable. */
export type FaultRule = {
  /** operationId of the iCIMS document. */
  operation?: string
  /** Username of the API user. */
  caller?: string
  method?: string
  /** Start of the path, `*` standing for anything within a part: `/customers/*\/people`. */
  path?: string
  /** Matching calls that are let through first. */
  skip?: number
  /** How many calls it hits; all of them without it. */
  times?: number
  /** Only each so many-th of the calls left. */
  every?: number
  /** Only this share of them, drawn by the rule's own stream of choices, so that a run repeats. */
  chance?: number
  /** Moment of the tenant's time at which it ends, ISO 8601. */
  until?: string
  effect: FaultEffect
}

/** A rule as it stands: its number, and what it did so far. */
export type StandingFault = FaultRule & { id: number; matched: number; hits: number }

/** What a rule looks at. */
export type FaultCall = { operation: string; caller: string | null; method: string; path: string; isBearer: boolean }

/** What an effect does, in words for the journal. */
export function describeEffect(effect: FaultEffect): string {
  switch (effect.kind) {
    case 'status':
      return `answered ${effect.status}`
    case 'quota':
      return 'answered 429, as if no calls were left'
    case 'html':
      return `answered a page of HTML with ${effect.status}, as a proxy would`
    case 'expire-tokens':
      return 'every token given so far is refused'
    case 'latency':
      return 'the answer was held back'
    case 'reset':
      return effect.when === 'before' ? 'the connection was reset' : 'the connection was reset in mid-answer'
    case 'truncate':
      return 'the answer was cut in half'
    case 'slow':
      return `the body was sent in pieces over ${effect.milliseconds} ms`
    case 'stale':
      return `changes of the last ${effect.minutes} minutes were not found`
    case 'hide-field':
      return `${effect.profile}.${effect.field} was hidden`
  }
}

/** Whether the path is the one the rule means. */
export function pathMatches(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('[^/]*')}`).test(path)
}
