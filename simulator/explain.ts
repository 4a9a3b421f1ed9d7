import { type ErrorBelief, type Evidence, errorBeliefs, operations, switches } from '../openapi/document.ts'
import type { JournalEntry } from './journal.ts'
import type { TenantConfig } from './tenant/config.ts'
import { switchValue } from './tenant/switches.ts'

/** Why an exchange went as it did: what the client could not see, and the beliefs that decided. */
export type Explanation = {
  /** What is believed about the operation; undefined where none answered. */
  operation?: { operationId: string; summary: string; evidence: Evidence }
  /** The choice between two readings that stands behind this operation, as this tenant made it. */
  switch?: { name: string; value: string | number | boolean; default: string | number | boolean; why: string }
  /** What is believed about each error code of the answer. */
  errors: readonly ErrorBelief[]
}

export function explainExchange(
  { operation, codes }: JournalEntry,
  config: Pick<TenantConfig, 'switches'>,
): Explanation {
  const found = operations.find(({ operationId }) => operationId === operation)
  const choice = switches.find(({ name }) => name === found?.switch)
  return {
    ...(found && {
      operation: { operationId: found.operationId, summary: found.summary, evidence: found.evidence },
    }),
    ...(choice && {
      switch: { name: choice.name, value: switchValue(config, choice.name), default: choice.default, why: choice.why },
    }),
    errors: errorBeliefs.filter(({ code }) => codes.includes(code)),
  }
}
