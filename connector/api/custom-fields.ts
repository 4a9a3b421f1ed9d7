import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { listFields, listOwnFields, type OwnField, withSource } from '../models/field-catalogue.ts'
import { customFieldId } from '../store/id.ts'
import type { Integration } from '../store/integration.ts'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
import { fieldPage, fieldPaging, integrationParams, takePage } from './field-page.ts'
import { findField, renderNamed } from './integration-fields.ts'
import { readJson } from './read-json.ts'
import { errorResponses } from './schemas.ts'

const row = z.object({
  id: z.string(),
  key: z.string(),
  integration_field: z
    .object({ id: z.string(), key: z.string(), type: z.enum(['DEFAULT', 'CUSTOM']), label: z.string().nullable() })
    .nullable(),
  model: z.string(),
  label: z.string().nullable(),
  description: z.string().nullable(),
})

const list = createRoute({
  method: 'get',
  path: '/integrations/{integration_id}/custom-fields',
  summary: "The client's own fields, and what fills them",
  request: { params: integrationParams, query: fieldPaging },
  responses: {
    200: { description: 'One page', content: { 'application/json': { schema: fieldPage(row) } } },
    ...errorResponses,
  },
})

const body = z.strictObject({ integration_field_id: z.string().nullable() })

const map = createRoute({
  method: 'put',
  path: '/integrations/{integration_id}/custom-fields/{custom_field_id}',
  summary: 'Fill a field from another integration field, or from none; from the next sync on',
  request: {
    params: integrationParams.extend({ custom_field_id: z.string() }),
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

/** `GET` and `PUT /integrations/{integration_id}/custom-fields`. */
export function addCustomFields(app: OpenAPIHono<ApiEnvironment>): void {
  app.openapi(list, async (context) => {
    const integration = await context.var.integrationOf(context.req.valid('param').integration_id)
    const rows = listOwnFields(integration.settings).map((field) => renderOwn(integration, field))
    return context.json({ status: 'success' as const, data: takePage(rows, context.req.valid('query')) }, 200)
  })
  // Not `app.openapi`, which leaves a body of another type unread.
  app.openAPIRegistry.registerPath(map)
  app.put('/integrations/:integration_id/custom-fields/:custom_field_id', async (context) => {
    const refusal = 'integration_field_id: it must be the id of an integration field, or null.'
    const { integration_field_id: fieldId } = await readJson(context.req.raw, body, refusal)
    const integration = await context.var.integrationOf(context.req.param('integration_id'))
    const id = context.req.param('custom_field_id')
    const changed = await context.var.administration.changeMapping(integration.id, (settings) => {
      const own = findOwn(integration, listOwnFields(settings), id)
      const field = fieldId === null ? null : findField(integration, listFields(settings), fieldId)
      if (field !== null && field.of.model !== own.of.model) {
        const message = `integration_field_id: ${field.key} is a field of ${field.of.model}, and ${own.key} is one of ${own.of.model}.`
        throw new ApiError('PLATFORM.INPUT_INVALID', message)
      }
      return withSource(settings, own, field?.key ?? null)
    })
    const own = findOwn(integration, listOwnFields(changed), id)
    return context.json({ status: 'success' as const, data: renderOwn(integration, own) }, 200)
  })
}

function findOwn({ id: integrationId }: Integration, fields: readonly OwnField[], id: string): OwnField {
  const found = fields.find(({ of, key }) => customFieldId(integrationId, of.model, key) === id)
  if (found !== undefined) return found
  throw new ApiError('PLATFORM.INPUT_INVALID', `This integration has no custom field ${JSON.stringify(id)}.`)
}

function renderOwn({ id }: Integration, { of, key, source }: OwnField): z.infer<typeof row> {
  return {
    id: customFieldId(id, of.model, key),
    key,
    integration_field: source === null ? null : renderNamed(id, of.model, source.field),
    model: of.model,
    label: null,
    description: null,
  }
}
