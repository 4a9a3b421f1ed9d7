import type { Field } from '../tenant/fields/field.ts'
import { type ProfileType, profileTypeNames, profileTypes } from '../tenant/profile-types.ts'

/** A seed file that cannot be used; the message names file, line and field. */
export class SeedFileError extends Error {
  override readonly name = 'SeedFileError'
}

/** One row of a seed file: a profile as a client would write it, and where it stands in the file. */
export type SeedRow = {
  type: ProfileType | 'lists'
  where: string
  id: number | undefined
  body: Record<string, unknown>
  platform: Record<string, unknown>
}

export type SeedFormat = 'yaml' | 'json' | 'csv'

/** The form of a file by its name. */
export function formatOf(file: string): SeedFormat {
  if (/\.ya?ml$/i.test(file)) return 'yaml'
  if (/\.json$/i.test(file)) return 'json'
  if (/\.csv$/i.test(file)) return 'csv'
  throw new SeedFileError(`${file}: a seed file is named .yaml, .json or .csv.`)
}

/**
 * Reads the rows of a seed file: `people`, `jobs`, `companies`, `applicantworkflows`, each a list of profiles, and `lists`, the
 * entries of lists that are otherwise than configured. A CSV file holds people, one a line; its header names fields, `phones.1.phonenumber` one inside a collection.
 *
 * @throws SeedFileError naming the line.
 */
export async function parseSeedFile(file: string, text: string): Promise<SeedRow[]> {
  if (formatOf(file) === 'csv') return parseCsv(file, text)
  // YAML holds JSON, and its parser knows the line of everything.
  const { isMap, isSeq, LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [error] = document.errors
  if (error !== undefined) throw new SeedFileError(`${file}: ${error.message.split('\n')[0]}`)
  const line = (node: unknown): number => lines.linePos((node as { range?: number[] } | null)?.range?.[0] ?? 0).line
  const root = document.contents
  if (!isMap(root)) throw new SeedFileError(`${file}:1: it must hold people, jobs, companies or applicantworkflows.`)
  return root.items.flatMap(({ key, value }) => {
    const name = String(key)
    const profile = profileTypeNames.find((candidate) => profileTypes[candidate].path === name)
    const type = name === 'lists' ? name : profile
    const paths = profileTypeNames.map((candidate) => profileTypes[candidate].path).join(', ')
    if (type === undefined) throw new SeedFileError(`${file}:${line(key)}: ${name} is none of ${paths}, lists.`)
    if (!isSeq(value)) throw new SeedFileError(`${file}:${line(key)}: ${name} must be a list.`)
    return value.items.map((item): SeedRow => {
      const where = `${file}:${line(item)}`
      if (!isMap(item)) throw new SeedFileError(`${where}: a row of ${name} must hold fields.`)
      if (type === 'lists') return { type, where, id: undefined, body: item.toJS(document), platform: {} }
      return toRow(type, where, item.toJS(document))
    })
  })
}

/** Writes rows in the form that `parseSeedFile` reads. CSV holds people only. */
export async function formatSeedRows(
  rows: Readonly<Record<string, readonly Record<string, unknown>[]>>,
  format: SeedFormat,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`
  if (format === 'yaml') return (await import('yaml')).stringify(rows, { lineWidth: 0, aliasDuplicateObjects: false })
  const people = (rows.people ?? []).map(flatten)
  const names = [...new Set(people.flatMap((person) => Object.keys(person)))]
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `${[names, ...people.map((person) => names.map((name) => person[name] ?? ''))].map((line) => line.map(cell).join(',')).join('\n')}\n`
}

function toRow(type: ProfileType, where: string, row: Record<string, unknown>): SeedRow {
  const { id, platform = {}, ...body } = row
  if (id !== undefined && !(Number.isSafeInteger(id) && (id as number) > 0)) {
    throw new SeedFileError(`${where}: id must be a positive whole number.`)
  }
  return { type, where, id: id as number | undefined, body, platform: platform as Record<string, unknown> }
}

async function parseCsv(file: string, text: string): Promise<SeedRow[]> {
  const { parse } = await import('csv-parse/sync')
  let rows: { record: Record<string, string>; info: { lines: number } }[]
  try {
    rows = parse(text, { columns: true, info: true, bom: true, skip_empty_lines: true, trim: true }) as never
  } catch (error) {
    throw new SeedFileError(`${file}: ${(error as Error).message}.`)
  }
  return rows.map(({ record, info }) => {
    const where = `${file}:${info.lines}`
    const row: Record<string, unknown> = {}
    for (const [name, cell] of Object.entries(record)) {
      if (cell === '') continue
      if (name === 'id') row.id = Number(cell)
      else setCell(row, name.split('.'), cell, profileTypes.person.fields, where)
    }
    return toRow('person', where, row)
  })
}

function setCell(
  target: Record<string, unknown>,
  [name, ...rest]: string[],
  cell: string,
  fields: readonly Field[],
  where: string,
): void {
  const field = fields.find((candidate) => candidate.name === name)
  if (field === undefined) throw new SeedFileError(`${where}: there is no field ${name}.`)
  if (field.kind !== 'collection') {
    target[field.name] = cellValue(field, cell)
    return
  }
  const [place, ...child] = rest
  const index = Number(place) - 1
  if (!Number.isSafeInteger(index) || index < 0 || child.length === 0) {
    throw new SeedFileError(`${where}: write ${name}.1.${field.children![0]!.name}, not ${[name, ...rest].join('.')}.`)
  }
  target[field.name] ??= []
  const groups = target[field.name] as Record<string, unknown>[]
  groups[index] ??= {}
  setCell(groups[index]!, child, cell, field.children!, where)
}

/** The value of a cell as a client would write it: list items by their text. */
function cellValue({ kind }: Field, cell: string): unknown {
  if (kind === 'node' || kind === 'place') return { value: cell }
  if (kind === 'number' || kind === 'decimal' || kind === 'profile') return Number(cell)
  if (kind === 'boolean') return cell.toLowerCase() === 'true'
  if (kind === 'salary' || kind === 'currency') {
    const [amount, currency, timeframe] = cell.split(' ')
    return { amount: Number(amount), currency, ...(timeframe !== undefined && { timeframe }) }
  }
  return cell
}

/** One person as cells by dotted names; files, and what the API shows nowhere, are left out. */
function flatten(person: Record<string, unknown>): Record<string, string> {
  const cells: Record<string, string> = {}
  const add = (name: string, value: unknown): void => {
    if (Array.isArray(value)) {
      for (const [i, group] of value.entries()) {
        for (const [child, inner] of Object.entries(group))
          if (child !== 'entry') add(`${name}.${i + 1}.${child}`, inner)
      }
    } else if (typeof value === 'object' && value !== null) {
      if ('filename' in value) return
      const { value: text, amount, currency, timeframe } = value as Record<string, unknown>
      const money = [amount, currency, timeframe].filter((part) => part !== undefined).join(' ')
      cells[name] = text === undefined ? money : String(text)
    } else cells[name] = String(value)
  }
  for (const [name, value] of Object.entries(person)) if (name !== 'platform') add(name, value)
  return cells
}
