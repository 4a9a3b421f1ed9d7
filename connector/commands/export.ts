import { once } from 'node:events'
import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { ModelName } from '../models/record.ts'
import { createBar } from './bar.ts'
import { toCsvLine } from './csv.ts'
import { chooseIntegration, openExisting } from './open-connector.ts'
import { type CommonFlags, UsageError } from './options.ts'
import { amount } from './print.ts'
import { stopSignal } from './stop-signal.ts'

/** What `export` takes. */
export type ExportFlags = CommonFlags & {
  model: string
  format: 'ndjson' | 'csv'
  output?: string
  includeDeleted?: true
}

type Row = Record<string, unknown>

/**
 * `icims-connector export`: the rows as the unified API gives them. NDJSON of several models says in each line which it is;
 * CSV is one file a model, with what is nested as JSON in its cell.
 */
export async function exportRows(word: string | undefined, flags: ExportFlags): Promise<void> {
  const { model, format, output, includeDeleted } = flags
  await using connector = await openExisting(flags)
  const { id } = await chooseIntegration(connector, word)
  const known = connector.lists.map((path) => path.replace('/ats/', ''))
  if (model !== 'all' && !known.includes(model)) {
    throw new UsageError(`There is no model ${model}. There are ${known.join(', ')} and all.`)
  }
  const models = model === 'all' ? known : [model]
  if (format === 'csv' && models.length > 1 && output === undefined) {
    throw new UsageError('CSV of all models is several files: name a folder with --output, or one model with --model.')
  }
  const signal = stopSignal()
  const isFolder = format === 'csv' && models.length > 1
  if (!isFolder && output !== undefined && statSync(output, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`${output} is a folder. Name a file.`)
  }
  if (isFolder) mkdirSync(output!, { recursive: true })
  const write = isFolder || output === undefined ? undefined : openFile(output)
  // Rows that go to the terminal themselves are progress enough.
  const bar = createBar(process.stderr, output !== undefined || !process.stdout.isTTY)
  for (const name of models) {
    const writer = isFolder ? openFile(join(output!, `${name}.csv`)) : (write ?? standardOutput())
    let count = 0
    // Deleted rows come on top.
    const total = await connector.store.countLive(id, `ats_${name.replaceAll('-', '_')}` as ModelName)
    for await (const row of connector.rows(id, `/ats/${name}`, { includeDeleted: includeDeleted === true })) {
      signal.throwIfAborted()
      if (format === 'csv' && count === 0) await writer.write(toCsvLine(Object.keys(row)))
      await writer.write(format === 'csv' ? toCsvLine(Object.values(row)) : ndjsonLine(row, models, name))
      count += 1
      bar.draw({ label: name, done: count, total: Math.max(count, total), isAll: !includeDeleted, notes: [] })
    }
    bar.clear()
    if (isFolder) await writer.close()
    process.stderr.write(`${name}: ${amount(count, 'row')}\n`)
  }
  await write?.close()
}

function ndjsonLine(row: Row, models: readonly string[], model: string): string {
  return `${JSON.stringify(models.length > 1 ? { model, ...row } : row)}\n`
}

/** Writes no faster than the other side reads. */
type Writer = { write(text: string): Promise<void>; close(): Promise<void> }

function standardOutput(): Writer {
  return {
    async write(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain')
    },
    close: async () => {},
  }
}

/** The file appears whole, under another name until then. It holds people's data: its owner alone may read it. */
function openFile(path: string): Writer {
  const draft = `${path}.partial`
  const stream = createWriteStream(draft, { mode: 0o600 })
  stream.on('error', () => {})
  return {
    async write(text) {
      if (stream.errored) throw new UsageError(`${path} cannot be written: ${stream.errored.message}.`)
      // What goes wrong meanwhile is told by the next write, or at the end.
      if (!stream.write(text)) await once(stream, 'drain').catch(() => {})
    },
    async close() {
      stream.end()
      await finished(stream).catch((error: Error) => {
        throw new UsageError(`${path} cannot be written: ${error.message}.`)
      })
      renameSync(draft, path)
    },
  }
}
