import type { SyncProgress, SyncReading, SyncSummary } from '../index.ts'
import { createBar, timeFor } from './bar.ts'
import { amount, modelLabel } from './print.ts'

/** Shows how a sync goes. */
export type SyncDisplay = { onProgress(progress: SyncProgress): void; onRead(reading: SyncReading): void; end(): void }

/** A bar on a terminal, that moves with every record; a plain line for every page that is stored otherwise. */
export function createSyncDisplay(stream: NodeJS.WriteStream): SyncDisplay {
  const started = performance.now()
  const bar = createBar(stream)
  let current: { name: string; since: number } | undefined
  return {
    onProgress({ stream: name, records, calls, callsLeft }) {
      if (stream.isTTY) return
      const seconds = ((performance.now() - started) / 1_000).toFixed(1)
      stream.write(
        `${name}: ${amount(records, 'record')}, ${amount(calls, 'call')}, ${leftOf(callsLeft)}, ${seconds} s\n`,
      )
    },
    onRead({ stream: name, read, found, isAll, calls, callsLeft }) {
      const now = performance.now()
      if (current?.name !== name) current = { name, since: now }
      const rate = read / Math.max(1, now - current.since)
      const remaining = isAll && read > 20 ? [`${timeFor((found - read) / rate)} to go`] : []
      const notes = [...remaining, leftOf(callsLeft), `${amount(calls, 'call')} in ${timeFor(now - started)}`]
      bar.draw({ label: name, done: read, total: found, isAll, notes })
    },
    end: bar.clear,
  }
}

function leftOf(callsLeft: number | null): string {
  return callsLeft === null || callsLeft >= 1_000_000 ? 'no daily limit' : `${amount(callsLeft, 'call')} left today`
}

/** How a run ended, in one line. */
export function summaryLine({ type, state, message, calls }: SyncSummary): string {
  const head = `${type.toLowerCase()} sync ${state.toLowerCase().replaceAll('_', ' ')}, ${amount(calls, 'call')}`
  return message === null ? head : `${head}: ${message}`
}

/** Records that are named; `icims-connector errors` names them all. */
const named = 10

/** What a run did, a line for each model it met, and what was set aside. */
export function describeSummary(summary: SyncSummary): string {
  const { counts, setAside } = summary
  const met = Object.entries(counts).filter(([, count]) => Object.values(count).some((rows) => rows > 0))
  const width = Math.max(20, ...met.map(([model]) => modelLabel(model).length))
  const lines = met.map(
    ([model, { created, changed, unchanged, deleted }]) =>
      `  ${modelLabel(model).padEnd(width)} ${created} new, ${changed} changed, ${unchanged} the same, ${deleted} deleted`,
  )
  const aside = setAside
    .slice(0, named)
    .map(({ stream, remoteId, reason }) => `  set aside: ${stream} ${remoteId}: ${reason}`)
  const more = setAside.length > named ? ['  and more: see `icims-connector errors`'] : []
  return `${[summaryLine(summary), ...lines, ...aside, ...more].join('\n')}\n`
}
