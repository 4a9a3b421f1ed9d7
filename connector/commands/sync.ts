import { openConnector } from './open-connector.ts'
import type { ConnectorFlags } from './program.ts'
import { createProgressLine, describeSummary } from './progress.ts'
import { stopSignal } from './stop-signal.ts'

/** `icims-connector sync`: one run, then what it did. Ctrl-C stops it at the last stored page. */
export async function sync(flags: ConnectorFlags & { type: 'full' | 'delta' }): Promise<void> {
  const signal = stopSignal()
  const { connector, integrationId } = await openConnector(flags, 'unused')
  await using _ = connector
  const line = createProgressLine(process.stderr)
  const type = flags.type === 'full' ? 'FULL' : 'DELTA'
  const summary = await connector.sync(integrationId, { type, onProgress: line.show, signal })
  line.end()
  process.stdout.write(describeSummary(summary))
  if (summary.state !== 'SUCCEEDED') process.exitCode = 1
}
