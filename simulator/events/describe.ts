import { isUtf8 } from 'node:buffer'
import type { Tenant } from '../tenant/tenant.ts'
import type { Attempt } from './attempts.ts'
import type { Outcome } from './judge.ts'
import type { EventState, OutboxEvent } from './outbox.ts'
import type { EventType } from './subscription.ts'

/** An event as it is shown; `at` is the tenant's time, ISO 8601. What is said of its answer is the last one's. */
export type DescribedEvent = {
  id: number
  at: string
  state: EventState
  subscription: number
  /** Null once the subscription is removed, like `url`. */
  eventType: EventType | null
  url: string | null
  attempts: number
  outcome: Outcome | null
  reason: string | null
  /** Where the platform user, or the candidate, is led. */
  link: string | null
  /** What the platform user is shown. */
  shown: string | null
}

/** Bytes as text where they are text, and in base64 in any case. */
export type DescribedBytes = { text: string | null; base64: string }

/** One sending as it is shown. */
export type DescribedAttempt = {
  number: number
  at: string
  outcome: Outcome | null
  reason: string | null
  link: string | null
  shown: string | null
  logged: string | null
  request: { url: string; headers: Record<string, string>; body: DescribedBytes } | null
  answer: { status: number; headers: string[][]; body: DescribedBytes } | null
}

type Kept = Pick<Tenant, 'outbox' | 'attempts'>

export function describeEvent({ outbox, attempts }: Kept, event: OutboxEvent): DescribedEvent {
  const { id, at, state, subscription } = event
  const known = outbox.subscriptions().find((one) => one.id === subscription)
  const made = attempts.of(id)
  const { outcome = null, reason = null, link = null, shown = null } = made.at(-1)?.verdict ?? {}
  return {
    id,
    at: new Date(at).toISOString(),
    state,
    subscription,
    eventType: known?.eventType ?? null,
    url: known?.url ?? null,
    attempts: made.length,
    ...{ outcome, reason, link, shown },
  }
}

export function describeAttempt({ number, at, request, answer, verdict }: Attempt): DescribedAttempt {
  const { outcome = null, reason = null, link = null, shown = null, logged = null } = verdict ?? {}
  return {
    number,
    at: new Date(at).toISOString(),
    ...{ outcome, reason, link, shown, logged },
    request: request ? { url: request.url, headers: { ...request.headers }, body: describeBytes(request.body) } : null,
    answer: answer
      ? { status: answer.status, headers: answer.headers.map((pair) => [...pair]), body: describeBytes(answer.body) }
      : null,
  }
}

function describeBytes(bytes: Uint8Array): DescribedBytes {
  const kept = Buffer.from(bytes)
  return { text: isUtf8(kept) ? kept.toString('utf8') : null, base64: kept.toString('base64') }
}
