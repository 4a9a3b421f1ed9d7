import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { SelectQueryBuilder } from 'kysely'
import type { JsonValue, ModelName } from '../models/record.ts'
import type { MappingSettings } from '../models/settings.ts'
import { isModelEnabled } from '../scopes.ts'
import { integrationFieldId, toUnifiedId } from '../store/id.ts'
import type { Row, Tables } from '../store/schema.ts'
import { rowsWith, type StoredRow, toStoredRow } from '../store/store.ts'
import type { ApiEnvironment, ApiScope } from './app.ts'
import { type ChangeSource, whereChanged } from './changed-after.ts'
import { readCursor, toCursor } from './cursor.ts'
import { ApiError } from './errors.ts'
import { errorResponses, integrationHeaders, type ListParameters, listParameters } from './schemas.ts'

/** A query for rows of one model. */
export type RowQuery = SelectQueryBuilder<Tables, string, Row>

/** One list of the unified API: what it takes besides the common parameters, and what a row looks like. */
export type ListEndpoint<Shape extends z.ZodRawShape> = {
  path: string
  summary: string
  model: ModelName
  parameters: z.ZodObject<Shape>
  /** Parameters that filter a field this integration has nothing for. */
  unsupported(settings: MappingSettings): readonly (keyof Shape & string)[]
  filter(query: RowQuery, parameters: z.infer<z.ZodObject<Shape>>, scope: ApiScope): RowQuery
  /** Rows nested in it whose change counts for `updated_after`. */
  nested: readonly ChangeSource[]
  /** Makes the rows of one page, with what is nested in them. */
  render(rows: readonly StoredRow[], scope: ApiScope): Promise<Record<string, unknown>[]>
}

const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)

/** What every row has, beside the fields of its model. */
const row = z
  .object({
    id: z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{24}$/),
    remote_id: z.string().nullable(),
    changed_at: instant,
    remote_deleted_at: instant.nullable(),
  })
  .loose()

function pageOf<Row extends z.ZodType>(results: Row) {
  return z.object({
    status: z.literal('success'),
    data: z.object({ next: z.string().nullable(), results: z.array(results) }),
  })
}

/** What every list answers, whatever its rows are. */
export const page = pageOf(z.record(z.string(), z.unknown()))
const rowPage = pageOf(row)

/** Adds the route of a list. */
export function addList<Shape extends z.ZodRawShape>(
  app: OpenAPIHono<ApiEnvironment>,
  endpoint: ListEndpoint<Shape>,
): void {
  const route = createRoute({
    method: 'get',
    path: endpoint.path,
    summary: endpoint.summary,
    request: { headers: integrationHeaders, query: listParameters.extend(endpoint.parameters.shape) },
    responses: {
      200: { description: 'One page', content: { 'application/json': { schema: rowPage } } },
      ...errorResponses,
    },
  })
  app.openapi(route, async (context) => {
    const scope = await context.var.scope()
    const parameters = context.req.valid('query') as unknown as ListParameters & z.infer<z.ZodObject<Shape>>
    const rows = await selectPage(endpoint, parameters, scope)
    const kept = rows.slice(0, parameters.page_size)
    const next = rows.length > kept.length ? toCursor(kept.at(-1)!.id) : null
    const results = (await endpoint.render(kept, scope)) as z.infer<typeof row>[]
    return context.json({ status: 'success' as const, data: { next, results } }, 200)
  })
}

/** The rows of a page and one more, if there is one. */
async function selectPage<Shape extends z.ZodRawShape>(
  endpoint: ListEndpoint<Shape>,
  parameters: ListParameters & z.infer<z.ZodObject<Shape>>,
  scope: ApiScope,
): Promise<StoredRow[]> {
  const { store, integration } = scope
  const { model, nested } = endpoint
  if (!isServed(scope, model)) {
    throw new ApiError('INTEGRATION.MODEL_DISABLED', `The scopes of this integration disable ${model}.`)
  }
  const { cursor, ids, remote_ids, include_deleted, updated_after, ignore_unsupported_filters } = parameters
  let query = store.database
    .selectFrom(model)
    .selectAll(model)
    .where(`${model}.integration_id`, '=', integration.id) as RowQuery
  if (cursor !== undefined) query = query.where(`${model}.id`, '>', readCursor(cursor))
  if (ids !== undefined) query = query.where(`${model}.id`, 'in', ids)
  if (remote_ids !== undefined) {
    const own = remote_ids.map((remoteId) => toUnifiedId(integration.id, remoteId))
    query = query.where(`${model}.id`, 'in', own)
  }
  if (!include_deleted) query = query.where(`${model}.remote_deleted_at`, 'is', null)
  if (updated_after !== undefined) query = await whereChanged(query, scope, model, nested, updated_after)
  const unsupported: readonly string[] = endpoint.unsupported(integration.settings)
  const left = ignore_unsupported_filters
    ? Object.fromEntries(Object.entries(parameters).filter(([name]) => !unsupported.includes(name)))
    : parameters
  query = endpoint.filter(query, left as z.infer<z.ZodObject<Shape>>, scope)
  const rows = await query
    .orderBy(`${model}.id`)
    .limit(parameters.page_size + 1)
    .execute()
  return rows.map((row) => toStoredRow(model, row))
}

/** Every row of a list, as its pages would have them. */
export async function* readRows<Shape extends z.ZodRawShape>(
  endpoint: ListEndpoint<Shape>,
  scope: ApiScope,
  { includeDeleted }: { includeDeleted: boolean },
): AsyncGenerator<Record<string, unknown>> {
  const all = { page_size: '250', include_deleted: String(includeDeleted) }
  let cursor: string | undefined
  do {
    const own = endpoint.parameters.parse({}) as z.infer<z.ZodObject<Shape>>
    const rows = await selectPage(endpoint, { ...listParameters.parse({ ...all, cursor }), ...own }, scope)
    const kept = rows.slice(0, 250)
    yield* await endpoint.render(kept, scope)
    cursor = rows.length > kept.length ? toCursor(kept.at(-1)!.id) : undefined
  } while (cursor !== undefined)
}

/** The keys that every row has, around its fields. */
export function renderRow(row: StoredRow): Record<string, unknown> {
  const { integration_fields: passed, ...fields } = row.fields
  return {
    id: row.id,
    remote_id: row.remoteId,
    ...fields,
    ...(passed !== undefined && { integration_fields: renderPassed(passed, row) }),
    changed_at: row.changedAt,
    remote_deleted_at: row.remoteDeletedAt,
  }
}

/** Fields passed through, each with the id it has in this integration. */
function renderPassed(passed: JsonValue, { model, columns }: StoredRow): Record<string, unknown>[] {
  return (passed as { key: string }[]).map((field) => ({
    id: integrationFieldId(String(columns.integration_id), model, field.key),
    ...field,
  }))
}

/** Whether rows of a model are served, at the top of a list and nested in others. */
function isServed({ integration }: ApiScope, model: ModelName): boolean {
  return isModelEnabled(integration.scopes, model)
}

/** Rows of another model by the values of one of its columns, in the order of their ids; deleted ones are left out. */
export async function loadRows(
  scope: ApiScope,
  model: ModelName,
  column: string,
  values: readonly (string | null)[],
): Promise<StoredRow[]> {
  const { store, integration } = scope
  if (!isServed(scope, model)) return []
  const wanted = [...new Set(values.filter((value) => value !== null))]
  if (wanted.length === 0) return []
  const name = `${model} ${column} ${wanted.join()}`
  const known = scope.loaded?.get(name)
  if (known !== undefined) return known
  const rows = await rowsWith(store, integration.id, model, column, wanted)
  const loaded = rows.map((row) => toStoredRow(model, row)).sort((a, b) => (a.id < b.id ? -1 : 1))
  scope.loaded?.set(name, loaded)
  return loaded
}

/** Every row of a small model that is not deleted. */
export async function loadAll(scope: ApiScope, model: ModelName): Promise<StoredRow[]> {
  if (!isServed(scope, model)) return []
  const rows = await scope.store.rows(scope.integration.id, model)
  return rows.filter((row) => row.remoteDeletedAt === null)
}
