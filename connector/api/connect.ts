import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { findActivated } from '../store/connect-links.ts'
import { getIntegration } from '../store/integration.ts'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
import { readJson } from './read-json.ts'
import { errorResponses, integrationParams } from './schemas.ts'

const text = z.string().trim().min(1).max(255)
const language = z.enum(['en', 'de', 'fr', 'it', 'es']).nullable().default('en')
const linkType = z.enum(['EMBEDDED', 'MAGIC_LINK'])

/** How long links are good: an hour in a frame, a year in a mail. */
const lifetimes = { EMBEDDED: 3_600_000, MAGIC_LINK: 365 * 86_400_000 } as const

const createBody = z.object({
  end_user_email: z.email().max(255),
  end_user_organization_name: text,
  end_user_origin_id: text.nullable().optional(),
  remote_environment: z.string().nullable().optional().openapi({ description: 'A region that is chosen beforehand' }),
  integration_category: z.enum(['HRIS', 'ATS', 'ASSESSMENT', 'LMS']).default('HRIS'),
  integration_tool: z.string().nullable().optional(),
  language: language.openapi({ description: 'The pages are in English, whatever is chosen' }),
  scope_config_id: z.string().nullable().optional(),
  enable_filtering: z.boolean().default(false),
  enable_field_mapping: z.boolean().default(false),
  link_type: linkType.default('EMBEDDED'),
})

const link = z.object({ status: z.literal('success'), data: z.object({ link: z.string() }) })
const linkResponses = {
  200: { description: 'A link to the page', content: { 'application/json': { schema: link } } },
  ...errorResponses,
}

const create = createRoute({
  method: 'post',
  path: '/connect/create-link',
  summary: 'A link to the page on which a customer connects its iCIMS',
  request: { body: { content: { 'application/json': { schema: createBody } } } },
  responses: linkResponses,
})

const relinkBody = z.object({
  language,
  scope_config_id: z.string().nullable().optional(),
  link_type: linkType.default('EMBEDDED'),
})

const relink = createRoute({
  method: 'post',
  path: '/integrations/{integration_id}/relink',
  summary: 'A link to the page on which a customer enters its account anew',
  request: { params: integrationParams, body: { content: { 'application/json': { schema: relinkBody } } } },
  responses: linkResponses,
})

const setup = createRoute({
  method: 'post',
  path: '/integrations/{integration_id}/setup-link',
  summary: 'Refused: connecting has no step that could be done later',
  request: {
    params: integrationParams,
    body: { content: { 'application/json': { schema: z.object({ language, link_type: linkType }) } } },
  },
  responses: errorResponses,
})

const connected = z.object({
  tool: z.string(),
  id: z.string(),
  end_user_origin_id: z.string().nullable(),
  end_user_organization_name: z.string(),
  end_user_email: z.string().nullable(),
  setup_status: z.enum(['INCOMPLETE', 'FINAL_SYNC_PENDING', 'COMPLETED']),
})
const connectedResponses = {
  200: {
    description: 'The integration that was connected',
    content: { 'application/json': { schema: z.object({ status: z.literal('success'), data: connected }) } },
  },
  ...errorResponses,
}

const byToken = createRoute({
  method: 'get',
  path: '/connect/integration-by-token/{token}',
  summary: 'The integration that the token of a finished connection tells of, for an hour',
  request: { params: z.object({ token: z.string() }) },
  responses: connectedResponses,
})

const activateBody = z.object({ token: z.string() })
const activate = createRoute({
  method: 'post',
  path: '/connect/activate-integration',
  summary: 'The same, with the token in the body',
  deprecated: true,
  request: { body: { content: { 'application/json': { schema: activateBody } } } },
  responses: connectedResponses,
})

/** The routes that lead to the page on which a customer connects, and tell how that ended. */
export function addConnect(app: OpenAPIHono<ApiEnvironment>): void {
  // Not `app.openapi`, which leaves a body of another type unread.
  for (const route of [create, relink, setup, activate]) app.openAPIRegistry.registerPath(route)
  app.post('/connect/create-link', async (context) => {
    const asked = await readJson(context.req.raw, createBody)
    refuseUnknown(asked)
    const { connect, environmentId } = context.var
    const region = asked.remote_environment ?? undefined
    if (region !== undefined && !connect.regions.some(({ id }) => id === region)) {
      const known = connect.regions.map(({ id }) => id).join(', ')
      throw new ApiError('PLATFORM.INPUT_INVALID', `remote_environment: it must be one of ${known}.`)
    }
    const endUser = {
      organizationName: asked.end_user_organization_name,
      creatorEmail: asked.end_user_email,
      originId: asked.end_user_origin_id ?? null,
    }
    const purpose = { endUser, ...(region !== undefined && { region }) }
    const token = await connect.createLink(environmentId, purpose, lifetimes[asked.link_type])
    return context.json({ status: 'success' as const, data: { link: toAddress(context, token) } }, 200)
  })
  app.post('/integrations/:integration_id/relink', async (context) => {
    const asked = await readJson(context.req.raw, relinkBody)
    const { id, environmentId, endUser } = await context.var.integrationOf(context.req.param('integration_id'))
    if (asked.scope_config_id != null && asked.scope_config_id !== id) throw unknownScopes
    const purpose = { endUser, integrationId: id }
    const token = await context.var.connect.createLink(environmentId, purpose, lifetimes[asked.link_type])
    return context.json({ status: 'success' as const, data: { link: toAddress(context, token) } }, 200)
  })
  app.post('/integrations/:integration_id/setup-link', async (context) => {
    await context.var.integrationOf(context.req.param('integration_id'))
    const message = 'No setup step is enabled: an integration is ready after its first sync.'
    throw new ApiError('PLATFORM.INPUT_INVALID', message)
  })
  app.openapi(byToken, async (context) => {
    const data = await findConnected(context, context.req.valid('param').token)
    return context.json({ status: 'success' as const, data }, 200)
  })
  app.post('/connect/activate-integration', async (context) => {
    const { token } = await readJson(context.req.raw, activateBody, 'token: it must be a text.')
    return context.json({ status: 'success' as const, data: await findConnected(context, token) }, 200)
  })
}

const unknownScopes = new ApiError(
  'PLATFORM.INPUT_INVALID',
  'scope_config_id: there is no such scope configuration. Every integration has scopes of its own; leave it out.',
)

/** @throws ApiError when something is asked for that there is not. */
function refuseUnknown(asked: z.infer<typeof createBody>): void {
  const refuse = (message: string): never => {
    throw new ApiError('PLATFORM.INPUT_INVALID', message)
  }
  const { integration_tool: tool, integration_category: category } = asked
  if (tool != null && tool !== 'icims') refuse('integration_tool: only icims can be connected here.')
  // HRIS is what clients send who choose the tool alone.
  if (category !== 'ATS' && !(tool === 'icims' && category === 'HRIS')) {
    refuse('integration_category: only ATS can be connected here.')
  }
  if (asked.scope_config_id != null) throw unknownScopes
  if (asked.enable_filtering) refuse('enable_filtering: it is for HRIS alone.')
  if (asked.enable_field_mapping) {
    refuse('enable_field_mapping: fields are mapped with PUT /v1/integrations/{id}/custom-fields, not by the customer.')
  }
}

function toAddress({ req, var: { connect } }: Context<ApiEnvironment>, token: string): string {
  return `${connect.publicUrl ?? new URL(req.url).origin}/connect?token=${token}`
}

async function findConnected(context: Context<ApiEnvironment>, token: string): Promise<z.infer<typeof connected>> {
  const { connect, environmentId } = context.var
  const id = await findActivated(connect.store, environmentId, token, connect.clock.now().toISOString())
  const integration = id === undefined ? undefined : await getIntegration(connect.store, id)
  if (integration === undefined) {
    throw new ApiError('PLATFORM.INTEGRATION_NOT_FOUND', 'No connection was made with this token within the last hour.')
  }
  const { organizationName, creatorEmail, originId } = integration.endUser
  return {
    tool: 'icims',
    id: `icims:${integration.id}`,
    end_user_origin_id: originId,
    end_user_organization_name: organizationName,
    end_user_email: creatorEmail,
    setup_status: (await context.var.isSetUp(integration.id)) ? 'COMPLETED' : 'FINAL_SYNC_PENDING',
  }
}
