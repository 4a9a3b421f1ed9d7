import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { MappingSettings } from '../models/settings.ts'
import type { Integration } from '../store/integration.ts'
import type { ApiEnvironment } from './app.ts'
import { readCursor, toCursor } from './cursor.ts'
import { readJson } from './read-json.ts'
import { errorResponses, integrationParams } from './schemas.ts'

/** Pages of fields are larger than pages of rows. */
const paging = z.object({
  cursor: z.string().optional().openapi({ description: '`next` of the page before' }),
  page_size: z.coerce.number().int().min(1).max(2_000).default(100),
})

/** A kind of fields of an integration: how they are listed, and how one of them is changed. */
export type FieldEndpoint<Row extends z.ZodType<{ id: string }>, Body extends z.ZodType> = {
  /** What stands in the path after the integration. */
  name: string
  /** The path's name of the id of one. */
  parameter: string
  method: 'put' | 'patch'
  summaries: { list: string; change: string }
  row: Row
  body: Body
  /** What is said of a body that does not fit. */
  refusal: string
  /** Every field of the integration. */
  list(integration: Integration): z.infer<Row>[]
  /** The settings with the field changed. @throws ApiError when there is none of this id, or it cannot be changed so. */
  change(integration: Integration, settings: MappingSettings, id: string, body: z.infer<Body>): MappingSettings
}

/** Adds the two routes of a kind of fields. */
export function addFields<Row extends z.ZodType<{ id: string }>, Body extends z.ZodType>(
  app: OpenAPIHono<ApiEnvironment>,
  { name, parameter, method, summaries, row, body, refusal, list, change }: FieldEndpoint<Row, Body>,
): void {
  const path = `/integrations/{integration_id}/${name}`
  const success = <Data extends z.ZodType>(description: string, data: Data) => {
    const schema = z.object({ status: z.literal('success'), data })
    return { description, content: { 'application/json': { schema } } }
  }
  const page = z.object({ next: z.string().nullable(), results: z.array<z.ZodType<{ id: string }>>(row) })
  const listing = createRoute({
    method: 'get',
    path,
    summary: summaries.list,
    request: { params: integrationParams, query: paging },
    responses: { 200: success('One page', page), ...errorResponses },
  })
  const changing = createRoute({
    method,
    path: `${path}/{${parameter}}`,
    summary: summaries.change,
    request: {
      params: integrationParams.extend({ [parameter]: z.string() }),
      body: { content: { 'application/json': { schema: body } } },
    },
    responses: { 200: success('The field as it is now', row), ...errorResponses },
  })
  app.openapi(listing, async (context) => {
    const rows = list(await context.var.integrationOf(context.req.valid('param').integration_id))
    return context.json({ status: 'success' as const, data: takePage(rows, context.req.valid('query')) }, 200)
  })
  // Not `app.openapi`, which leaves a body of another type unread.
  app.openAPIRegistry.registerPath(changing)
  app.on(method.toUpperCase(), changing.getRoutingPath(), async (context) => {
    const asked = await readJson(context.req.raw, body, refusal)
    const integration = await context.var.integrationOf(context.req.param('integration_id')!)
    const id = context.req.param(parameter)!
    const { administration } = context.var
    const settings = await administration.changeMapping(integration.id, (now) => change(integration, now, id, asked))
    const data = list({ ...integration, settings }).find((field) => field.id === id)
    return context.json({ status: 'success' as const, data }, 200)
  })
}

/** One page of rows that are all known, in the order of their ids. */
function takePage<Row extends { id: string }>(
  rows: readonly Row[],
  { cursor, page_size }: z.infer<typeof paging>,
): { next: string | null; results: Row[] } {
  const after = cursor === undefined ? '' : readCursor(cursor)
  const left = rows.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1))
  const results = left.slice(0, page_size)
  return { next: left.length > results.length ? toCursor(results.at(-1)!.id) : null, results }
}
