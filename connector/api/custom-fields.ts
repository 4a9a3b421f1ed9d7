import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { listFields, listOwnFields, type OwnField, withSource } from '../models/field-catalogue.ts'
import { customFieldId } from '../store/id.ts'
import type { Integration } from '../store/integration.ts'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
import { addFields } from './field-routes.ts'
import { findField, renderNamed } from './integration-fields.ts'

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

/** `GET` and `PUT /integrations/{integration_id}/custom-fields`. */
export function addCustomFields(app: OpenAPIHono<ApiEnvironment>): void {
  addFields(app, {
    name: 'custom-fields',
    parameter: 'custom_field_id',
    method: 'put',
    summaries: {
      list: "The client's own fields, and what fills them",
      change: 'Fill a field from another integration field, or from none; from the next sync on',
    },
    row,
    body: z.strictObject({ integration_field_id: z.string().nullable() }),
    refusal: 'integration_field_id: it must be the id of an integration field, or null.',
    list: (integration) => listOwnFields(integration.settings).map((field) => renderOwn(integration, field)),
    change(integration, settings, id, { integration_field_id: fieldId }) {
      const own = findOwn(integration, listOwnFields(settings), id)
      const field = fieldId === null ? null : findField(integration, listFields(settings), fieldId)
      if (field !== null && field.of.model !== own.of.model) {
        const message = `integration_field_id: ${field.key} is a field of ${field.of.model}, and ${own.key} is one of ${own.of.model}.`
        throw new ApiError('PLATFORM.INPUT_INVALID', message)
      }
      return withSource(settings, own, field?.key ?? null)
    },
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
