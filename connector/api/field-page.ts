import { z } from '@hono/zod-openapi'
import { readCursor, toCursor } from './cursor.ts'

export const integrationParams = z.object({
  integration_id: z.string().openapi({ description: '`icims:` and the id of the integration' }),
})

/** Pages of fields are larger than pages of rows. */
export const fieldPaging = z.object({
  cursor: z.string().optional().openapi({ description: '`next` of the page before' }),
  page_size: z.coerce.number().int().min(1).max(2_000).default(100),
})

export function fieldPage<Row extends z.ZodType>(row: Row) {
  const data = z.object({ next: z.string().nullable(), results: z.array(row) })
  return z.object({ status: z.literal('success'), data })
}

/** One page of rows that are all known, in the order of their ids. */
export function takePage<Row extends { id: string }>(
  rows: readonly Row[],
  { cursor, page_size }: z.infer<typeof fieldPaging>,
): { next: string | null; results: Row[] } {
  const after = cursor === undefined ? '' : readCursor(cursor)
  const left = rows.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1))
  const results = left.slice(0, page_size)
  return { next: left.length > results.length ? toCursor(results.at(-1)!.id) : null, results }
}
