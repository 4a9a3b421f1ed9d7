import type { SyncProgress, SyncSummary } from '../index.ts'

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

/** What a run did, a line a model, and a line for each record that was set aside. */
export function describeSummary({ type, state, message, counts, setAside, calls }: SyncSummary): string {
  const lines = Object.entries(counts).map(
    ([model, { created, changed, unchanged, deleted }]) =>
      `  ${model.replace('ats_', '').replaceAll('_', ' ').padEnd(20)} ${created} new, ${changed} changed, ${unchanged} the same, ${deleted} deleted`,
  )
  const aside = setAside.map(({ stream, remoteId, reason }) => `  set aside: ${stream} ${remoteId}: ${reason}`)
  const head = `${type.toLowerCase()} sync ${state.toLowerCase().replaceAll('_', ' ')}, ${calls} calls`
  return `${[message === null ? head : `${head}: ${message}`, ...lines, ...aside].join('\n')}\n`
}
