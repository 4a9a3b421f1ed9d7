import type { Conformance } from '../conform.ts'
import { switchesFor } from './belief.ts'

/** A run for machines. */
export function toJson({ findings, calls, written }: Conformance, address: string): object {
  return {
    address,
    calls,
    written,
    facts: findings.map((finding) => {
      const { milliseconds, switch: _, ...rest } = finding
      const choices = switchesFor(finding)
      return { ...rest, milliseconds: Math.round(milliseconds), ...(choices.length > 0 && { switches: choices }) }
    }),
  }
}
