import type { ProfileData, Stored } from '../store/store.ts'
import type { Field } from '../tenant/fields/field.ts'
import { isProfileType, type RecordType } from '../tenant/record-types.ts'
import { day, dayOf } from './calendar.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** How many of ten profiles have a value in a field that is not required. */
const filled = 0.6

/** Values for the customer's own fields of one profile, by their kind and their examples; some stay empty, as in life. */
export function customValues(story: Story, type: RecordType, id: number): ProfileData {
  const fields = isProfileType(type) ? (story.config.customFields[type] ?? []) : []
  if (fields.length === 0) return {}
  const random = story.random(`custom ${type}`, id)
  return valuesOf(story, random, fields)
}

function valuesOf(story: Story, random: Random, fields: readonly Field[]): ProfileData {
  const values: Record<string, Stored> = {}
  for (const field of fields) {
    const value = field.required || random.chance(filled) ? makeValue(story, random, field) : undefined
    if (value !== undefined) values[field.name] = value
  }
  return values
}

/** Undefined where a value could only be word salad: a text without examples, a file, a reference. */
function makeValue(story: Story, random: Random, field: Field): Stored | undefined {
  if (field.examples !== undefined) return random.pick(field.examples)
  switch (field.kind) {
    case 'boolean':
      return random.chance(0.5)
    case 'dateonly':
      return dayOf(story.end + random.int(-60, 60) * day)
    case 'datetime':
      return story.end - random.int(1, 60 * 24) * 3_600_000
    case 'node':
    case 'nodes': {
      const nodes = story.lists.nodes(field.list!)
      if (nodes.length === 0) return undefined
      return field.kind === 'node' ? random.pick(nodes).id : random.some(nodes, 2).map(({ id }) => id)
    }
    case 'currency':
      return { currency: story.place.currency, amount: random.int(1, 20) * 500 }
    case 'salary':
      return { currency: story.place.currency, amount: random.int(40, 120) * 1_000, timeframe: 'Yearly' }
    case 'collection': {
      const children = valuesOf(story, random, field.children!)
      if (Object.keys(children).length === 0) return undefined
      return [{ entry: story.nextEntry(), primary: true, ...children }] as Stored
    }
    default:
      return undefined
  }
}
