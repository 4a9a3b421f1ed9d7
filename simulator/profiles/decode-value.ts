import { isDateOnly, parseDateTime } from '../dates.ts'
import type { Stored } from '../store/store.ts'
import type { Field, FieldKind } from '../tenant/fields/field.ts'
import type { ProfilesContext } from './context.ts'
import { addListNode, isNodeText } from './list-changes.ts'

/** A refused value; the message goes to the client behind the field's name. */
export class ValueError extends Error {
  override readonly name = 'ValueError'
}

type Decode = (value: unknown, field: Field, context: ProfilesContext) => Stored

/**
 * Reads one value as clients send it into its stored form (D6; D25 for bare ids). Collections are not among them: they are
 * merged entry by entry in `decode-fields.ts`.
 *
 * @throws ValueError when the value does not fit the field.
 */
export function decodeValue(value: unknown, field: Field, context: ProfilesContext): Stored {
  const decode = decoders[field.kind]
  if (decode === undefined) throw new ValueError('This field cannot be written as JSON.')
  return decode(value, field, context)
}

const text: Decode = (value, field) => {
  if (typeof value !== 'string') throw new ValueError('The value must be a text.')
  if (field.max !== undefined && value.length > field.max) {
    throw new ValueError(`The value is longer than ${field.max} characters.`)
  }
  return value
}

const node: Decode = (value, field, context) => {
  const { lists } = context
  if (!isObject(value)) throw new ValueError('The value must be an object with the id or the value of a list item.')
  const list = field.list!
  if (typeof value.id === 'string') {
    const found = lists.node(value.id)
    if (found?.list === list) return found.id
    throw new ValueError(`The list has no item with the id ${value.id}.`)
  }
  const word = value.value ?? value.abbrev
  if (typeof word !== 'string') throw new ValueError('The value must name a list item by id or value.')
  const matches = lists.match(list, word)
  // Of several visible ones any will do; one that is hidden is refused (D16).
  const found = matches.find(({ hidden }) => !hidden)
  if (found !== undefined) return found.id
  if (matches.length > 0) throw new ValueError(`The list item ${JSON.stringify(word)} is hidden.`)
  if (field.grows && isNodeText(word)) return addListNode(context, list, null, { value: word }).id
  throw new ValueError(`The list has no item ${JSON.stringify(word)}.`)
}

const money = (value: unknown): { currency: string; amount: number } => {
  if (!isObject(value)) throw new ValueError('The value must be an object with currency and amount.')
  const { currency, amount } = value
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    throw new ValueError('The currency must be a three-letter code such as USD.')
  }
  // JSON can write a number no double holds, 1e999.
  if (typeof amount !== 'number' || !Number.isFinite(amount)) throw new ValueError('The amount must be a number.')
  return { currency, amount }
}

/** Case matters (D6). */
const timeframes = ['Hourly', 'Daily', 'Weekly', 'Monthly', 'Yearly']

const decoders: Partial<Record<FieldKind, Decode>> = {
  text,
  html: text,
  email: text,
  url: text,
  option: text,
  number: (value) => {
    if (!Number.isSafeInteger(value)) throw new ValueError('The value must be a whole number.')
    return value as number
  },
  decimal: (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new ValueError('The value must be a number.')
    return value
  },
  boolean: (value) => {
    if (typeof value !== 'boolean') throw new ValueError('The value must be true or false.')
    return value
  },
  datetime: (value) => {
    const time = typeof value === 'string' ? parseDateTime(value) : undefined
    if (time === undefined) throw new ValueError('The value must be a date and time, yyyy-MM-dd hh:mm a.')
    return time
  },
  dateonly: (value) => {
    if (typeof value !== 'string' || !isDateOnly(value)) throw new ValueError('The value must be a date, yyyy-MM-dd.')
    return value
  },
  node,
  place: node,
  nodes: (value, field, context) => {
    if (!Array.isArray(value)) throw new ValueError('The value must be an array of list items.')
    return [...new Set(value.map((item) => node(item, field, context)))]
  },
  profile: (value, field, { store }) => {
    const id = isObject(value) ? value.id : value
    if (!Number.isSafeInteger(id)) throw new ValueError('The value must be the id of a profile.')
    if (store.get(field.target!, id as number) === undefined)
      throw new ValueError(`There is no profile with the id ${id}.`)
    return id as number
  },
  address: (value, _field, { store }) => {
    const { id, companyid } = isObject(value) ? value : {}
    if (!Number.isSafeInteger(id)) throw new ValueError('The value must be an object with the id of a company address.')
    const companies = Number.isSafeInteger(companyid)
      ? [{ id: companyid as number, data: store.get('company', companyid as number) }]
      : store.each('company')
    for (const company of companies) {
      const entries = (company.data?.addresses ?? []) as readonly { entry: number }[]
      if (entries.some(({ entry }) => entry === id)) return { companyid: company.id, entry: id as number }
    }
    throw new ValueError(`No company has an address with the id ${id}.`)
  },
  salary: (value) => {
    const { currency, amount } = money(value)
    const timeframe = (value as { timeframe?: unknown }).timeframe
    if (timeframe === undefined) return { currency, amount }
    if (!timeframes.includes(timeframe as string)) {
      throw new ValueError(`The timeframe must be one of ${timeframes.join(', ')}.`)
    }
    return { currency, amount, timeframe: timeframe as string }
  },
  currency: money,
}

/** Whether the value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
