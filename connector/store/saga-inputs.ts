import type { Kysely } from 'kysely'
import type { JsonObject } from '../models/record.ts'
import type { Tables } from './schema.ts'

/** Characters that stand in the row itself. SQLite writes a row anew whenever one of its columns changes, a CV with it. */
const mostInRow = 4_000
/** What stands in the row in the place of what is apart. */
const apart = ''

/** What the row of an action holds of what it is made of. */
export function inRow(input: JsonObject): { text: string; isApart: boolean; whole: string } {
  const whole = JSON.stringify(input)
  const isApart = whole.length > mostInRow
  return { text: isApart ? apart : whole, isApart, whole }
}

/** What the row says it is made of; null where that is apart. */
export function fromRow(text: string): JsonObject | null {
  return text === apart ? null : JSON.parse(text)
}

export async function insertInput(
  database: Kysely<Tables>,
  { id, integrationId }: { id: string; integrationId: string },
  whole: string,
): Promise<void> {
  const values = { saga_id: id, integration_id: integrationId, input: whole }
  await database.insertInto('saga_input').values(values).execute()
}

export async function selectInput(database: Kysely<Tables>, id: string): Promise<JsonObject> {
  const rows = database.selectFrom('saga_input').select('input').where('saga_id', '=', id)
  return JSON.parse(String((await rows.executeTakeFirstOrThrow()).input))
}

export async function deleteInput(database: Kysely<Tables>, id: string): Promise<void> {
  await database.deleteFrom('saga_input').where('saga_id', '=', id).execute()
}
