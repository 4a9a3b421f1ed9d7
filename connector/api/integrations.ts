import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { describeCoverage } from '../coverage/coverage.ts'
import type { Integration } from '../store/integration.ts'
import { toWireEndUser } from '../webhooks/event.ts'
import type { ApiEnvironment } from './app.ts'
import { readJson } from './read-json.ts'
import { errorResponses } from './schemas.ts'
import { tool } from './tools.ts'

const params = z.object({
  integration_id: z.string().openapi({ description: '`icims:` and the id of the integration' }),
})

const field = z.object({ id: z.string(), coverage_status: z.string(), is_available: z.boolean() }).loose()
const part = field.extend({ label: z.string(), fields: z.array(field) })

const details = z.object({
  id: z.string(),
  tool: z.object({
    id: z.string(),
    label: z.string(),
    internal_label: z.string().nullable(),
    logo_url: z.string(),
    icon_url: z.string(),
  }),
  category: z.literal('ATS'),
  status: z.enum(['ACTIVE', 'INVALID', 'INACTIVE']),
  setup_status: z.enum(['INCOMPLETE', 'FINAL_SYNC_PENDING', 'COMPLETED']),
  end_user: z.object({
    organization_name: z.string(),
    creator_email: z.string().nullable(),
    origin_id: z.string().nullable(),
  }),
  scope_config: z.object({ id: z.string(), name: z.string().nullable() }),
  data_expired_at: z.string().nullable(),
  created_at: z.string(),
  beta: z.boolean(),
  read_models: z.array(part),
  write_actions: z.array(part),
})

function responses<Data extends z.ZodType>(description: string, data: Data) {
  const schema = z.object({ status: z.literal('success'), data })
  return { 200: { description, content: { 'application/json': { schema } } }, ...errorResponses }
}

const get = createRoute({
  method: 'get',
  path: '/integrations/{integration_id}',
  summary: 'What an integration is, and what of it is available',
  request: { params },
  responses: responses('The integration', details),
})

const enabledBody = z.object({ value: z.boolean() })

const put = createRoute({
  method: 'put',
  path: '/integrations/{integration_id}/enabled',
  summary: 'Pause or resume an integration; its rows and credentials stay',
  request: { params, body: { content: { 'application/json': { schema: enabledBody } } } },
  responses: responses('Done', z.object({})),
})

const remove = createRoute({
  method: 'delete',
  path: '/integrations/{integration_id}',
  summary: 'Delete an integration with every row of it',
  request: { params },
  responses: responses('Done', z.object({})),
})

/** `GET`, `DELETE /integrations/{integration_id}` and `PUT /integrations/{integration_id}/enabled`. */
export function addIntegrations(app: OpenAPIHono<ApiEnvironment>): void {
  app.openapi(get, async (context) => {
    const integration = await context.var.integrationOf(context.req.valid('param').integration_id)
    const setupStatus = (await context.var.isSetUp(integration.id)) ? 'COMPLETED' : 'FINAL_SYNC_PENDING'
    return context.json({ status: 'success' as const, data: describe(integration, setupStatus) }, 200)
  })
  // Not `app.openapi`, which leaves a body of another type unread.
  app.openAPIRegistry.registerPath(put)
  app.put('/integrations/:integration_id/enabled', async (context) => {
    const { value } = await readJson(context.req.raw, enabledBody, 'value: it must be true or false.')
    const integration = await context.var.integrationOf(context.req.param('integration_id'))
    await context.var.administration.setEnabled(integration.id, value)
    return context.json({ status: 'success' as const, data: {} }, 200)
  })
  app.openapi(remove, async (context) => {
    const integration = await context.var.integrationOf(context.req.valid('param').integration_id)
    await context.var.administration.removeIntegration(integration.id)
    return context.json({ status: 'success' as const, data: {} }, 200)
  })
}

function describe(integration: Integration, setupStatus: 'FINAL_SYNC_PENDING' | 'COMPLETED'): z.infer<typeof details> {
  const { id, enabled, state, endUser, createdAt, scopes } = integration
  const { read_models, write_actions } = describeCoverage()
  const { label, internal_label, assets } = tool
  return {
    id: `icims:${id}`,
    tool: { id: tool.id, label, internal_label, logo_url: assets.logo_url, icon_url: assets.icon_url },
    category: 'ATS',
    status: enabled ? state : 'INACTIVE',
    setup_status: setupStatus,
    end_user: toWireEndUser(endUser),
    // Every integration has scopes of its own.
    scope_config: { id, name: null },
    data_expired_at: null,
    created_at: createdAt,
    // As the vendor's own page of the connector has it.
    beta: true,
    read_models: read_models.map((model) => ({
      ...scoped(model, scopes.models[model.id]),
      label: model.label,
      fields: model.fields.map((one) => scoped(one, scopes.models[model.id] ?? scopes.fields[model.id]?.[one.id])),
    })),
    write_actions: write_actions.map((action) => ({
      ...scoped(action, scopes.actions[action.id]),
      label: action.label,
      fields: action.fields.map((one) => scoped(one, scopes.actions[action.id])),
    })),
  }
}

/** A row of the coverage with what this integration's scopes make of it. */
function scoped<Row extends { id: string; coverage_status: string }>(row: Row, setting: string | undefined) {
  const isEnabled = setting !== 'DISABLED'
  return {
    ...row,
    is_available: isEnabled && row.coverage_status === 'SUPPORTED',
    scope_config_setting: isEnabled ? 'ENABLED' : 'DISABLED',
    opted_out_by_customer: false,
  }
}
