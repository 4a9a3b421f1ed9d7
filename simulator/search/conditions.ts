import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { parseDateTime } from '../dates.ts'
import type { Note } from '../journal.ts'
import type { KnownNode } from '../tenant/lists.ts'
import type { Words } from '../tenant/words.ts'
import type { CheckedFilter } from './check.ts'
import { endToken, parseDateToken } from './date-token.ts'
import type { ColumnFilter, FilterKind } from './filters/filter.ts'
import { fold } from './fold.ts'
import { always, type Condition, join, never, type Target } from './target.ts'

/** What a condition is made with: the words of the tenant, its time, and where to say what was left out. */
export type ConditionContext = Words & { now: number; notes: Note[]; findsUpTo?: number | undefined }

type Build = (filter: CheckedFilter, target: Target, context: ConditionContext) => Condition

const minute = 60_000

/** Compares a column as the filter asks (SRCH). Several values are joined by OR. */
export function columnCondition(filter: CheckedFilter, target: Target, context: ConditionContext): Condition {
  return builders[filter.filter.kind](filter, target, context)
}

/** `=` contains, `==` equals, the other two their opposites, which rows without a value fit as well. */
const text: Build = ({ value, operator, filter }, target, { lists }) => {
  // An empty value array asks for blanks (M1).
  if (value.length === 0) return blank(target, operator)
  const isExact = operator === '==' || operator === '!=='
  const words = value.map(fold)
  const conditions = (found: RawBuilder<unknown>): Condition[] => {
    if (filter.labels !== undefined) {
      return labelled(lists.nodes(filter.labels), words, isExact).map((id) => holds(found, id))
    }
    return words.map((word) => {
      if (!isExact) return sql<SqlBool>`instr(${found}, ${word}) > 0`
      return hasLines(filter) ? holds(found, word) : sql<SqlBool>`${found} = ${word}`
    })
  }
  const condition = target.some((found) => join(conditions(found), '|'))
  return operator.startsWith('!') ? negated(condition, target) : condition
}

/** The ids of the nodes whose text one of these words is, or is in. */
function labelled(nodes: readonly KnownNode[], words: readonly string[], isExact: boolean): string[] {
  const fits = (label: string): boolean => words.some((word) => (isExact ? label === word : label.includes(word)))
  return nodes.filter(({ value }) => fits(fold(value))).map(({ id }) => id)
}

const number: Build = ({ value, secondaryValue, operator, name }, target, { notes }) => {
  if (value.length === 0 && secondaryValue.length === 0) return blank(target, operator)
  // A client sends an empty text before it has a last id; it is no bound (M2).
  if (value.every((word) => word.trim() === '') && secondaryValue.length === 0) return always
  const numbers = value.map((word) => readNumber(word, name, notes))
  if (operator === '=' && secondaryValue.length > 0) {
    const [low] = numbers
    const high = readNumber(secondaryValue[0]!, name, notes)
    return between(
      target,
      low === undefined || Number.isNaN(low) ? undefined : low,
      Number.isNaN(high) ? undefined : high,
    )
  }
  const known = numbers.filter((found) => !Number.isNaN(found))
  if (operator === '=' || operator === '!=') return anyOf(target, known, operator)
  return target.some((column) =>
    join(
      known.map((found) => sql<SqlBool>`${column} ${sql.raw(operator)} ${found}`),
      '|',
    ),
  )
}

/** At the minute, UTC. A bound that cannot be read is dropped, never an error (SRCH). */
const date: Build = ({ value, secondaryValue, operator, name }, target, { now, notes }) => {
  const drop = (reason: string): undefined => {
    notes.push({ kind: 'dropped-date', subject: name, reason })
  }
  const read = (word: string | undefined): number | undefined => {
    if (word === undefined) return undefined
    const unread = `${JSON.stringify(word)} is neither yyyy-MM-dd hh:mm a nor yyyy-MM-dd, so this bound was ignored.`
    return parseDateTime(word) ?? parseDateToken(word, now) ?? drop(unread)
  }
  const pairs = Array.from({ length: Math.max(value.length, secondaryValue.length) }, (_, i): Condition => {
    const low = read(value[i])
    const isAnyTime = value[i] === undefined && secondaryValue[i] === endToken
    const high = isAnyTime ? drop(`${endToken} without a lower bound is no bound.`) : read(secondaryValue[i])
    if (operator === '=') return between(target, low, high === undefined ? undefined : high + minute - 1)
    return low === undefined ? always : compared(target, operator, low)
  })
  return pairs.length === 0 ? always : join(pairs, '|')
}

/** Before, in or after a minute. */
function compared(target: Target, operator: string, low: number): Condition {
  switch (operator) {
    case '<':
      return target.some((column) => sql`${column} < ${low}`)
    case '<=':
      return target.some((column) => sql`${column} < ${low + minute}`)
    case '>':
      return target.some((column) => sql`${column} >= ${low + minute}`)
    case '>=':
      return target.some((column) => sql`${column} >= ${low}`)
    default:
      return negated(between(target, low, low + minute - 1), target)
  }
}

/** List values by id, text or number. One that the list does not have matches nothing, and is no error (SRCH). */
const list: Build = ({ value, operator, filter, name }, target, context) => {
  if (value.length === 0) return blank(target, operator)
  const wanted = value.flatMap((word) => {
    const found = filter.resolve === undefined ? [fold(word)] : filter.resolve(word, context)
    if (found.length === 0) {
      const reason = `No value of this list is ${JSON.stringify(word)}, so it matches nothing.`
      context.notes.push({ kind: 'unknown-list-value', subject: name, reason })
    }
    return found
  })
  if (!hasLines(filter)) return anyOf(target, wanted, operator)
  const condition = join(
    wanted.map((found) => holds(target.column, found)),
    '|',
  )
  return operator === '!=' ? negated(condition, target) : condition
}

/** How far a radius reaches is not documented: the postal code itself is matched, which every radius contains. */
const zipradius: Build = ({ value, operator }, target) =>
  value.length === 0
    ? blank(target, operator)
    : join(
        value.map((word) => holds(target.column, fold(word))),
        '|',
      )

const idcsv: Build = ({ value, name }, target, { notes }) => {
  const ids = value.flatMap((word) => word.split(',')).map((word) => readNumber(word, name, notes))
  return anyOf(
    target,
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

function hasLines({ column }: ColumnFilter): boolean {
  return column !== 'id' && column.many === 'lines'
}

function holds(column: RawBuilder<unknown>, value: string): Condition {
  return sql<SqlBool>`instr(${column}, ${`\n${value}\n`}) > 0`
}

/** No value at all, or with an opposite operator any. */
function blank({ column }: Target, operator: string): Condition {
  return operator.startsWith('!') ? sql<SqlBool>`${column} is not null` : sql<SqlBool>`${column} is null`
}

function negated(condition: Condition, { column }: Target): Condition {
  return sql<SqlBool>`(${column} is null or not ${condition})`
}

function anyOf(target: Target, values: readonly (string | number)[], operator: string): Condition {
  const isOpposite = operator === '!='
  if (values.length === 0) return isOpposite ? always : never
  const condition = target.some((column) => sql`${column} in (${sql.join([...values])})`)
  return isOpposite ? negated(condition, target) : condition
}

/** Both ends belong to it; an end that is not given is open. Without either there is no condition, not even a value. */
function between(target: Target, low: number | undefined, high: number | undefined): Condition {
  if (low === undefined && high === undefined) return always
  return target.some((column) =>
    join(
      [
        ...(low === undefined ? [] : [sql<SqlBool>`${column} >= ${low}`]),
        ...(high === undefined ? [] : [sql<SqlBool>`${column} <= ${high}`]),
      ],
      '&',
    ),
  )
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
