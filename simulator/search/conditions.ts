import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { parseDateTime } from '../dates.ts'
import type { Note } from '../journal.ts'
import type { Words } from '../tenant/words.ts'
import type { CheckedFilter } from './check.ts'
import type { ColumnFilter, FilterKind } from './filters/filter.ts'
import { fold } from './fold.ts'

/** An SQL condition. */
export type Condition = RawBuilder<SqlBool>

/** What a condition is made with: the words of the tenant, and where to say what was left out. */
export type ConditionContext = Words & { notes: Note[] }

type Build = (filter: CheckedFilter, column: RawBuilder<unknown>, context: ConditionContext) => Condition

const always = sql<SqlBool>`1`
const never = sql<SqlBool>`0`
const minute = 60_000

/** Compares a column as the filter asks (SRCH). Several values are joined by OR. */
export function columnCondition(
  filter: CheckedFilter,
  column: RawBuilder<unknown>,
  context: ConditionContext,
): Condition {
  return builders[filter.filter.kind](filter, column, context)
}

/** Joins conditions; of none, AND holds and OR does not. */
export function join(conditions: readonly Condition[], operator: '&' | '|'): Condition {
  const [first, ...rest] = conditions
  if (first === undefined) return operator === '&' ? always : never
  if (rest.length === 0) return first
  return sql<SqlBool>`(${sql.join([...conditions], operator === '&' ? sql` and ` : sql` or `)})`
}

/** `=` contains, `==` equals, the other two their opposites, which rows without a value fit as well. */
const text: Build = ({ value, operator, filter }, column) => {
  const isExact = operator === '==' || operator === '!=='
  const found = value.map((word) => {
    const wanted = fold(word)
    if (!isExact) return sql<SqlBool>`instr(${column}, ${wanted}) > 0`
    return isMany(filter) ? holds(column, wanted) : sql<SqlBool>`${column} = ${wanted}`
  })
  // An empty value array asks for blanks (M1).
  const condition = value.length === 0 ? sql<SqlBool>`${column} is null` : join(found, '|')
  return operator.startsWith('!') ? negated(condition, column, value.length === 0) : condition
}

const number: Build = ({ value, secondaryValue, operator, name }, column, { notes }) => {
  if (value.length === 0 && secondaryValue.length === 0) return blank(column, operator)
  // A client sends an empty text before it has a last id; it is no bound (M2).
  if (value.every((word) => word.trim() === '') && secondaryValue.length === 0) return always
  const numbers = value.map((word) => readNumber(word, name, notes))
  if (operator === '=' && secondaryValue.length > 0) {
    const [low] = numbers
    const high = readNumber(secondaryValue[0]!, name, notes)
    return join(bounds(column, low === undefined || Number.isNaN(low) ? undefined : low, high), '&')
  }
  const known = numbers.filter((found) => !Number.isNaN(found))
  if (operator === '=' || operator === '!=') return anyOf(column, known, operator)
  return join(
    known.map((found) => sql<SqlBool>`${column} ${sql.raw(operator)} ${found}`),
    '|',
  )
}

/** At the minute, UTC. A bound that cannot be read is dropped, never an error (SRCH). */
const date: Build = ({ value, secondaryValue, operator, name }, column, { notes }) => {
  const read = (word: string | undefined): number | undefined => {
    const time = word === undefined ? undefined : parseDateTime(word)
    if (word !== undefined && time === undefined) {
      const reason = `${JSON.stringify(word)} is neither yyyy-MM-dd hh:mm a nor yyyy-MM-dd, so this bound was ignored.`
      notes.push({ kind: 'dropped-date', subject: name, reason })
    }
    return time
  }
  const pairs = Array.from({ length: Math.max(value.length, secondaryValue.length) }, (_, i): Condition => {
    const low = read(value[i])
    const high = read(secondaryValue[i])
    switch (operator) {
      case '<':
        return low === undefined ? always : sql<SqlBool>`${column} < ${low}`
      case '<=':
        return low === undefined ? always : sql<SqlBool>`${column} < ${low + minute}`
      case '>':
        return low === undefined ? always : sql<SqlBool>`${column} >= ${low + minute}`
      case '!=': {
        if (low === undefined) return always
        return sql<SqlBool>`(${column} is null or ${column} < ${low} or ${column} >= ${low + minute})`
      }
      case '>=':
        return low === undefined ? always : sql<SqlBool>`${column} >= ${low}`
      default: {
        const upper = high === undefined ? undefined : high + minute - 1
        return join(bounds(column, low, upper), '&')
      }
    }
  })
  return pairs.length === 0 ? always : join(pairs, '|')
}

/** List values by id, text or number. One that the list does not have matches nothing, and is no error (SRCH). */
const list: Build = ({ value, operator, filter, name }, column, context) => {
  if (value.length === 0) return blank(column, operator)
  const wanted = value.flatMap((word) => {
    const found = filter.resolve === undefined ? [fold(word)] : filter.resolve(word, context)
    if (found.length === 0) {
      const reason = `No value of this list is ${JSON.stringify(word)}, so it matches nothing.`
      context.notes.push({ kind: 'unknown-list-value', subject: name, reason })
    }
    return found
  })
  if (!isMany(filter)) return anyOf(column, wanted, operator)
  const condition = join(
    wanted.map((found) => holds(column, found)),
    '|',
  )
  return operator === '!=' ? negated(condition, column, false) : condition
}

/** How far a radius reaches is not documented: the postal code itself is matched, which every radius contains. */
const zipradius: Build = ({ value }, column) =>
  value.length === 0
    ? sql<SqlBool>`${column} is null`
    : join(
        value.map((word) => holds(column, fold(word))),
        '|',
      )

const idcsv: Build = ({ value, name }, column, { notes }) => {
  const ids = value.flatMap((word) => word.split(',')).map((word) => readNumber(word, name, notes))
  return anyOf(
    column,
    ids.filter((id) => !Number.isNaN(id)),
    '=',
  )
}

const builders: Readonly<Record<FilterKind, Build>> = {
  text,
  number,
  date,
  select: list,
  multiselect: list,
  listnode: list,
  zipradius,
  idcsv,
}

function isMany({ column }: ColumnFilter): boolean {
  return column !== 'id' && column.many === true
}

function holds(column: RawBuilder<unknown>, value: string): Condition {
  return sql<SqlBool>`instr(${column}, ${`\n${value}\n`}) > 0`
}

function blank(column: RawBuilder<unknown>, operator: string): Condition {
  return operator === '!=' ? sql<SqlBool>`${column} is not null` : sql<SqlBool>`${column} is null`
}

function negated(condition: Condition, column: RawBuilder<unknown>, isBlank: boolean): Condition {
  return isBlank ? sql<SqlBool>`${column} is not null` : sql<SqlBool>`(${column} is null or not ${condition})`
}

function anyOf(column: RawBuilder<unknown>, values: readonly (string | number)[], operator: string): Condition {
  if (operator === '!=') {
    return values.length === 0
      ? always
      : sql<SqlBool>`(${column} is null or ${column} not in (${sql.join([...values])}))`
  }
  return values.length === 0 ? never : sql<SqlBool>`${column} in (${sql.join([...values])})`
}

function bounds(column: RawBuilder<unknown>, low: number | undefined, high: number | undefined): Condition[] {
  return [
    ...(low === undefined ? [] : [sql<SqlBool>`${column} >= ${low}`]),
    ...(high === undefined || Number.isNaN(high) ? [] : [sql<SqlBool>`${column} <= ${high}`]),
  ]
}

function readNumber(word: string, name: string, notes: Note[]): number {
  const found = word.trim() === '' ? Number.NaN : Number(word)
  if (Number.isNaN(found)) {
    notes.push({
      kind: 'unknown-list-value',
      subject: name,
      reason: `${JSON.stringify(word)} is no number, so it matches nothing.`,
    })
  }
  return found
}
