import { openConnector } from './open-connector.ts'
import type { ConnectorFlags } from './program.ts'
import { createProgressLine, describeSummary } from './progress.ts'

/** `icims-connector sync`: one run, then what it did. Ctrl-C stops it at the last stored page. */
export async function sync(flags: ConnectorFlags & { type: 'full' | 'delta' }): Promise<void> {
  await using connector = await openConnector(flags, 'unused')
  const [integration] = await connector.integrations()
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort(new Error('Stopped by Ctrl-C. The next run goes on from here.')))
  const line = createProgressLine(process.stderr)
  const type = flags.type === 'full' ? 'FULL' : 'DELTA'
  const summary = await connector.sync(integration!.id, { type, onProgress: line.show, signal: stop.signal })
  line.end()
  process.stdout.write(describeSummary(summary))
  if (summary.state !== 'SUCCEEDED') process.exitCode = 1
}
