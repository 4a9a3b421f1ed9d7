import type { ErrorBelief, Evidence } from '../../openapi/document.ts'
import type { Explanation } from '../explain.ts'
import type { JournalEntry } from '../journal.ts'
import { callControl, type RemoteFlags } from './remote.ts'

/** `icims-simulator explain <exchange>`: what its client could not see, and the beliefs that decided. */
export async function explain(id: string, flags: RemoteFlags & { json?: true }): Promise<void> {
  const number = id === 'last' ? await lastExchange(flags) : id
  const found = (await callControl(flags, 'GET', `/journal/${encodeURIComponent(number)}`)) as {
    entry: JournalEntry
    explanation: Explanation
  }
  process.stdout.write(flags.json ? `${JSON.stringify(found)}\n` : inWords(found.entry, found.explanation))
}

async function lastExchange(flags: RemoteFlags): Promise<string> {
  const { entries } = (await callControl(flags, 'GET', '/journal?limit=1')) as { entries: JournalEntry[] }
  return String(entries[0]?.id ?? 0)
}

const levels = {
  doc: "Known from iCIMS's own pages",
  client: 'Known from real client code or captures',
  infer: 'Inferred by this project',
}

function inWords(entry: JournalEntry, { operation, switch: choice, errors }: Explanation): string {
  const lines = [
    `${entry.id}  ${entry.at}  ${entry.method} ${entry.path}`,
    `  answered ${entry.status}${entry.caller === null ? '' : ` to ${entry.caller}`} in ${entry.duration.toFixed(1)} ms`,
    ...(operation ? [`  ${operation.operationId}: ${operation.summary}. ${believed(operation.evidence)}`] : []),
    ...(choice ? [`  switch ${choice.name} = ${choice.value} (default ${choice.default}): ${choice.why}`] : []),
    ...errors.map(errorLine),
    ...entry.notes.map(({ kind, subject, reason }) => `  ${kind} ${subject}: ${reason}`),
    ...(entry.notes.length === 0 ? ['  Nothing was kept from the client.'] : []),
  ]
  return `${lines.join('\n')}\n`
}

function errorLine(belief: ErrorBelief): string {
  return `  error code ${belief.code} (${belief.status}): ${belief.meaning}. ${believed(belief)}`
}

function believed({ level, source, note }: Evidence): string {
  return `${levels[level]} (${source})${note === undefined ? '' : `: ${note}`}.`
}
