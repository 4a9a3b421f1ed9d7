import type { InteractionResult } from '../provider/results.ts'

/** How one contract went, for the table, JUnit and HTML. */
export type PairReport = {
  name: string
  interactions: readonly InteractionResult[]
  /** How long each consumer test took. */
  consumer: readonly number[]
  /** How long the verification took, its provider's start included. */
  verification: number
  /** What was left out, and why. */
  skipped?: readonly { description: string; reason: string }[]
  /** What went wrong beside the interactions. */
  problems: readonly string[]
}

/** The middle value, 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Whether all of it holds. */
export function holds({ interactions, problems }: PairReport): boolean {
  return (
    interactions.length > 0 && problems.length === 0 && interactions.every(({ mismatches }) => mismatches.length === 0)
  )
}
