import type { Connection } from '../store/connection.ts'
import type { Outgoing } from './build.ts'
import type { Verdict } from './judge.ts'

/** What a partner answered; a body beyond the limit is cut off there. */
export type PartnerAnswer = { status: number; headers: readonly (readonly [string, string])[]; body: Uint8Array }

/** One sending of an event, byte for byte. */
export type Attempt = {
  /** 1 for the first of its event. */
  number: number
  /** The tenant's time at its start, milliseconds. */
  at: number
  /** Undefined when it came to none: the token could not be had. */
  request?: Outgoing
  answer?: PartnerAnswer
  /** Undefined while it is under way. */
  verdict?: Verdict
}

/** What was sent and answered, by event. */
export type Attempts = {
  of(event: number): Attempt[]
  /** Notes an attempt before it is made. */
  begin(event: number, at: number, request: Outgoing | undefined): number
  end(event: number, number: number, answer: PartnerAnswer | undefined, verdict: Verdict): void
  /** Marks what was under way when the simulator stopped. */
  endInterrupted(): void
}

/** @param tenant its number in the database. */
export function openAttempts({ prepare }: Connection, tenant: number): Attempts {
  return {
    of: (event) =>
      prepare('SELECT * FROM main.attempt WHERE tenant = ? AND event = ? ORDER BY number')
        .all(tenant, event)
        .map(toAttempt),
    begin(event, at, request) {
      const last = prepare('SELECT max(number) AS n FROM main.attempt WHERE tenant = ? AND event = ?').get(
        tenant,
        event,
      )
      const number = Number(last?.n ?? 0) + 1
      const head = request === undefined ? null : JSON.stringify({ url: request.url, headers: request.headers })
      prepare(
        'INSERT INTO main.attempt (tenant, event, number, at, request, request_body) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(tenant, event, number, at, head, request?.body ?? null)
      return number
    },
    end(event, number, answer, verdict) {
      const head = answer === undefined ? null : JSON.stringify({ status: answer.status, headers: answer.headers })
      prepare(`UPDATE main.attempt SET answer = ?, answer_body = ?, verdict = ?
        WHERE tenant = ? AND event = ? AND number = ?`).run(
        ...[head, answer?.body ?? null, JSON.stringify(verdict), tenant, event, number],
      )
    },
    endInterrupted() {
      const verdict: Verdict = { outcome: 'interrupted', reason: 'The simulator stopped before an answer came.' }
      prepare('UPDATE main.attempt SET verdict = ? WHERE tenant = ? AND verdict IS NULL').run(
        JSON.stringify(verdict),
        tenant,
      )
    },
  }
}

function toAttempt(row: Record<string, unknown>): Attempt {
  const part = (head: unknown, body: unknown) =>
    head === null ? undefined : { ...JSON.parse(String(head)), body: body as Uint8Array }
  const request = part(row.request, row.request_body)
  const answer = part(row.answer, row.answer_body)
  return {
    number: Number(row.number),
    at: Number(row.at),
    ...(request && { request }),
    ...(answer && { answer }),
    ...(row.verdict !== null && { verdict: JSON.parse(String(row.verdict)) as Verdict }),
  }
}
