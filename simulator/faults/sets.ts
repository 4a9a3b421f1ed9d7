import type { FaultRule } from './rule.ts'

/** Faults that go together, ready to use. Each can be lived through: a client that retries gets everything in the end. */
export const faultSets = {
  /** A bad day: now and then an error, a reset, half an answer. */
  flaky: [
    { every: 11, skip: 3, effect: { kind: 'status', status: 503 } },
    { every: 29, skip: 7, effect: { kind: 'reset', when: 'before' } },
    { every: 37, skip: 5, effect: { kind: 'status', status: 500 } },
    { every: 53, skip: 17, method: 'GET', effect: { kind: 'truncate' } },
  ],
  /** No calls left, whatever the counter says, until the rule is removed. */
  'quota-exhausted': [{ effect: { kind: 'quota' } }],
  /** Every answer is late, some bodies trickle in. */
  slow: [
    { effect: { kind: 'latency', milliseconds: 300, spread: 400 } },
    { every: 10, effect: { kind: 'slow', milliseconds: 800 } },
  ],
  /** All tokens expire, again and again. */
  'auth-rotation': [{ every: 40, skip: 5, effect: { kind: 'expire-tokens' } }],
  /** A search index that lags behind what was written. */
  eventual: [{ effect: { kind: 'stale', minutes: 10 } }],
} as const satisfies Readonly<Record<string, readonly FaultRule[]>>

export type FaultSetName = keyof typeof faultSets

export function isFaultSet(name: string): name is FaultSetName {
  return Object.hasOwn(faultSets, name)
}
