import type { Connector, SyncPlan } from '../index.ts'
import type { SyncType } from '../store/runs.ts'
import { amount } from './print.ts'

/** `icims-connector sync --dry-run`: what a run would take, on stdout. It searches and reads no record. */
export async function dryRun(
  connector: Connector,
  integrationId: string,
  { type, json, signal }: { type: SyncType; json: boolean; signal: AbortSignal },
): Promise<void> {
  const isTerminal = process.stderr.isTTY
  const plan = await connector.plan(integrationId, {
    type,
    signal,
    onProgress({ stream, records, calls }) {
      const text = `counting ${stream}: ${amount(records, 'record')}, ${amount(calls, 'call')}`
      process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`)
    },
  })
  if (isTerminal) process.stderr.write('\r\u001b[K')
  process.stdout.write(json ? `${JSON.stringify({ integrationId, ...plan })}\n` : describePlan(plan))
}

/** A plan in words. */
export function describePlan({ type, resumes, streams, calls, days, callsADay, callsLeft, spent }: SyncPlan): string {
  const lines = streams.map(
    ({ stream, records, searches }) =>
      `  ${stream.padEnd(20)} ${amount(records, 'record')}, ${amount(searches, 'search', 'searches')}`,
  )
  const limit =
    callsADay === null
      ? 'The day has no limit that is known.'
      : `A run may make ${callsADay} calls a day; ${callsLeft} are left today.`
  const taken = days === null ? '' : `, ${range(days)} ${days.atMost === 1 ? 'day' : 'days'}`
  return `${[
    `a ${type.toLowerCase()} sync will take ${range(calls)} ${calls.atMost === 1 ? 'call' : 'calls'}${taken}${resumes === null ? '' : '; it goes on with one that was cut off'}`,
    ...lines,
    `  ${limit} Counting took ${amount(spent, 'call')}.`,
  ].join('\n')}\n`
}

function range({ atLeast, atMost }: { atLeast: number; atMost: number }): string {
  return atLeast === atMost ? String(atLeast) : `${atLeast} to ${atMost}`
}
