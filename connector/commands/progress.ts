import type { SyncProgress, SyncSummary } from '../index.ts'
import { modelLabel } from './print.ts'

/** Shows how a sync goes: one line that moves on a terminal, a plain line a page otherwise. */
export function createProgressLine(stream: NodeJS.WriteStream): { show(progress: SyncProgress): void; end(): void } {
  const started = performance.now()
  let shown = false
  return {
    show({ stream: name, records, calls, callsLeft }) {
      const left = callsLeft === null || callsLeft >= 1_000_000 ? 'no daily limit' : `${callsLeft} calls left today`
      const seconds = ((performance.now() - started) / 1_000).toFixed(1)
      const text = `${name}: ${records} records, ${calls} calls, ${left}, ${seconds} s`
      stream.write(stream.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
      shown = true
    },
    end() {
      if (shown && stream.isTTY) stream.write('\r\u001b[K')
    },
  }
}

/** How a run ended, in one line. */
export function summaryLine({ type, state, message, calls }: SyncSummary): string {
  const head = `${type.toLowerCase()} sync ${state.toLowerCase().replaceAll('_', ' ')}, ${calls} calls`
  return message === null ? head : `${head}: ${message}`
}

/** What a run did, a line for each model it met, and a line for each record that was set aside. */
export function describeSummary(summary: SyncSummary): string {
  const { counts, setAside } = summary
  const met = Object.entries(counts).filter(([, count]) => Object.values(count).some((rows) => rows > 0))
  const width = Math.max(20, ...met.map(([model]) => modelLabel(model).length))
  const lines = met.map(
    ([model, { created, changed, unchanged, deleted }]) =>
      `  ${modelLabel(model).padEnd(width)} ${created} new, ${changed} changed, ${unchanged} the same, ${deleted} deleted`,
  )
  const aside = setAside.map(({ stream, remoteId, reason }) => `  set aside: ${stream} ${remoteId}: ${reason}`)
  return `${[summaryLine(summary), ...lines, ...aside].join('\n')}\n`
}
