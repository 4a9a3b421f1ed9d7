import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type CatalogueField, fieldType, listFields, withPassed } from '../models/field-catalogue.ts'
import { integrationFieldId } from '../store/id.ts'
import type { Integration } from '../store/integration.ts'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
import { fieldPage, fieldPaging, integrationParams, takePage } from './field-page.ts'
import { readJson } from './read-json.ts'
import { errorResponses } from './schemas.ts'

const row = z.object({
  id: z.string(),
  key: z.string(),
  model: z.string(),
  type: z.enum(['DEFAULT', 'CUSTOM']),
  label: z.string().nullable(),
  is_passthrough_enabled: z.boolean(),
  is_writable: z.literal(false),
})

const list = createRoute({
  method: 'get',
  path: '/integrations/{integration_id}/integration-fields',
  summary: 'Fields of iCIMS that rows may carry as they are: those that are read, and those the integration names',
  request: { params: integrationParams, query: fieldPaging },
  responses: {
    200: { description: 'One page', content: { 'application/json': { schema: fieldPage(row) } } },
    ...errorResponses,
  },
})

const body = z.strictObject({ enable_passthrough: z.boolean().nullable() })

const change = createRoute({
  method: 'patch',
  path: '/integrations/{integration_id}/integration-fields/{integration_field_id}',
  summary: 'Let rows carry a field, or not; from the next sync on',
  request: {
    params: integrationParams.extend({ integration_field_id: z.string() }),
    body: { content: { 'application/json': { schema: body } } },
  },
  responses: {
    200: {
      description: 'The field as it is now',
      content: { 'application/json': { schema: z.object({ status: z.literal('success'), data: row }) } },
    },
    ...errorResponses,
  },
})

/** `GET` and `PATCH /integrations/{integration_id}/integration-fields`. */
export function addIntegrationFields(app: OpenAPIHono<ApiEnvironment>): void {
  app.openapi(list, async (context) => {
    const integration = await context.var.integrationOf(context.req.valid('param').integration_id)
    const rows = listFields(integration.settings).map((field) => renderField(integration, field))
    return context.json({ status: 'success' as const, data: takePage(rows, context.req.valid('query')) }, 200)
  })
  // Not `app.openapi`, which leaves a body of another type unread.
  app.openAPIRegistry.registerPath(change)
  app.patch('/integrations/:integration_id/integration-fields/:integration_field_id', async (context) => {
    const refusal = 'enable_passthrough: it must be true, false or null.'
    const { enable_passthrough } = await readJson(context.req.raw, body, refusal)
    const integration = await context.var.integrationOf(context.req.param('integration_id'))
    const id = context.req.param('integration_field_id')
    const changed = await context.var.administration.changeMapping(integration.id, (settings) => {
      const field = findField(integration, listFields(settings), id)
      // Null is the default, which passes nothing through.
      return withPassed(settings, field, enable_passthrough === true)
    })
    const field = findField(integration, listFields(changed), id)
    return context.json({ status: 'success' as const, data: renderField(integration, field) }, 200)
  })
}

/** @throws ApiError when there is none of this id. */
export function findField(
  { id: integrationId }: Integration,
  fields: readonly CatalogueField[],
  id: string,
): CatalogueField {
  const found = fields.find(({ of, key }) => integrationFieldId(integrationId, of.model, key) === id)
  if (found !== undefined) return found
  throw new ApiError('PLATFORM.INPUT_INVALID', `This integration has no integration field ${JSON.stringify(id)}.`)
}

/** How a field is named where another row refers to it. */
export function renderNamed(integrationId: string, model: string, key: string) {
  return { id: integrationFieldId(integrationId, model, key), key, type: fieldType(key), label: null }
}

function renderField({ id }: Integration, { of, key, isPassed }: CatalogueField): z.infer<typeof row> {
  const flags = { is_passthrough_enabled: isPassed, is_writable: false as const }
  return { ...renderNamed(id, of.model, key), model: of.model, ...flags }
}
