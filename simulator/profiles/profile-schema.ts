import type { Access } from '../tenant/access.ts'
import type { Field, FieldKind } from '../tenant/fields/field.ts'
import type { ProfileType } from '../tenant/profile-types.ts'
import type { Words } from '../tenant/words.ts'

/** A JSON schema as iCIMS writes it: types and properties, no labels, no required marks, no lengths (D11). */
export type JsonSchema = {
  format?: string
  type: string
  properties?: Readonly<Record<string, JsonSchema>>
  items?: JsonSchema
}

/** A schema, and the fields it leaves out since the caller does not see them, with the reason. */
export type ProfileSchema = { schema: JsonSchema; hidden: readonly { field: string; reason: string }[] }

const text: JsonSchema = { type: 'string' }
const number: JsonSchema = { type: 'number' }
const integer: JsonSchema = { type: 'integer' }
const boolean: JsonSchema = { type: 'boolean' }
const node = object({ id: text, formattedvalue: text, value: text })
const money = { amountstring: text, amount: number, currency: text }

/**
 * The schema of each kind. Text, number, date, list item, profile, currency, collection and check box are printed (D11); the
 * others follow from what a GET shows of them (inferred).
 */
const byKind: Readonly<Record<Exclude<FieldKind, 'collection'>, JsonSchema>> = {
  text,
  html: text,
  email: text,
  url: text,
  option: text,
  number,
  decimal: number,
  boolean,
  datetime: text,
  dateonly: { format: 'date', type: 'string' },
  node,
  nodes: { type: 'array', items: node },
  place: object({ id: text, abbrev: text, value: text }),
  profile: object({ profile: text, id: integer, value: text }),
  address: object({ companyid: integer, address: text, id: integer, value: text }),
  salary: object({ ...money, timeframe: text }),
  currency: object(money),
  file: object({ file: text, filename: text }),
}

/**
 * The schema of a profile as this caller may be answered, or of one field of it in the same wrapping (D11). What is only ever
 * written is not in it (inferred).
 */
export function profileSchema({ fields }: Words, type: ProfileType, access: Access, name?: string): ProfileSchema {
  const hidden: ProfileSchema['hidden'][number][] = []
  const isSeen = (place: string): boolean => {
    const reason = access.hidesField(type, place)
    if (reason !== undefined) hidden.push({ field: place, reason })
    return reason === undefined
  }
  const shown = fields.of(type).filter((field) => !field.writeOnly && (name === undefined || field.name === name))
  const properties = shown
    .filter((field) => isSeen(field.name))
    .map((field) => [field.name, fieldSchema(field, (child) => isSeen(`${field.name}.${child}`))])
  return { schema: object(Object.fromEntries(properties)), hidden }
}

function fieldSchema(field: Field, isSeen: (child: string) => boolean): JsonSchema {
  if (field.kind !== 'collection') return byKind[field.kind]
  const children = field.children!.filter((child) => !child.writeOnly && isSeen(child.name))
  const properties = Object.fromEntries(children.map((child) => [child.name, fieldSchema(child, isSeen)]))
  return { type: 'array', items: object({ ...properties, entry: integer }) }
}

function object(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties }
}
