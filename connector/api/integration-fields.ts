import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { type CatalogueField, fieldType, listFields, withPassed } from '../models/field-catalogue.ts'
import { integrationFieldId } from '../store/id.ts'
import type { Integration } from '../store/integration.ts'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
import { addFields } from './field-routes.ts'

const row = z.object({
  id: z.string(),
  key: z.string(),
  model: z.string(),
  type: z.enum(['DEFAULT', 'CUSTOM']),
  label: z.string().nullable(),
  is_passthrough_enabled: z.boolean(),
  is_writable: z.literal(false),
})

/** `GET` and `PATCH /integrations/{integration_id}/integration-fields`. */
export function addIntegrationFields(app: OpenAPIHono<ApiEnvironment>): void {
  addFields(app, {
    name: 'integration-fields',
    parameter: 'integration_field_id',
    method: 'patch',
    summaries: {
      list: 'Fields of iCIMS that rows may carry as they are: those that are read, and those the integration names',
      change: 'Let rows carry a field, or not; from the next sync on',
    },
    row,
    body: z.strictObject({ enable_passthrough: z.boolean().nullable() }),
    refusal: 'enable_passthrough: it must be true, false or null.',
    list: (integration) => listFields(integration.settings).map((field) => renderField(integration, field)),
    // Null is the default, which passes nothing through.
    change: (integration, settings, id, { enable_passthrough }) =>
      withPassed(settings, findField(integration, listFields(settings), id), enable_passthrough === true),
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
