import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { IntegrationInput } from '../administration.ts'
import { readJson } from '../api/read-json.ts'
import type { Integration } from '../store/integration.ts'
import { toWireEndUser } from '../webhooks/event.ts'
import type { AdminContext } from './app.ts'
import { address, authBody, environment, idParams, jsonBody, responses, success, toAuth } from './schemas.ts'

const params = idParams('The id of the integration, with `icims:` before it or without')
const settings = z.record(z.string(), z.unknown())
const endUser = z.object({
  organization_name: z.string(),
  creator_email: z.string().nullable(),
  origin_id: z.string().nullable(),
})

const integration = z
  .object({
    id: z.string(),
    environment_id: z.string(),
    customer_id: z.string(),
    base_url: z.string(),
    account: z.string().openapi({ description: 'What signs in, without its secret' }),
    status: z.enum(['ACTIVE', 'INVALID', 'INACTIVE']),
    failing_since: z.string().nullable(),
    settings,
    sync: settings,
    scopes: settings,
    end_user: endUser,
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('Integration')

const changes = { settings: settings.optional(), sync: settings.optional(), scopes: settings.optional() }

const addBody = z.strictObject({
  customer_id: z.string().regex(/^\d+$/, 'it must be a number in a text'),
  base_url: address(),
  environment_id: environment,
  auth: authBody,
  end_user: endUser.partial().optional(),
  ...changes,
})
const changeBody = z.strictObject(changes)
const enabledBody = z.strictObject({ value: z.boolean() })

const listRoute = createRoute({
  method: 'get',
  path: '/integrations',
  summary: 'Every integration, of all environments',
  responses: responses('The integrations', z.array(integration)),
})
const getRoute = createRoute({
  method: 'get',
  path: '/integrations/{id}',
  summary: 'One integration',
  request: { params },
  responses: responses('The integration', integration),
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/integrations/{id}',
  summary: 'Delete an integration with every row of it',
  request: { params },
  responses: responses('Done', z.object({})),
})
const addRoute = createRoute({
  method: 'post',
  path: '/integrations',
  summary: 'Connect the iCIMS of a customer',
  request: { body: jsonBody(addBody) },
  responses: responses('The integration', integration),
})
const changeRoute = createRoute({
  method: 'patch',
  path: '/integrations/{id}',
  summary: 'Put new settings in place of the old ones; what is left out stays',
  request: { params, body: jsonBody(changeBody) },
  responses: responses('The integration as it is now', integration),
})
const enabledRoute = createRoute({
  method: 'put',
  path: '/integrations/{id}/enabled',
  summary: 'Pause or resume an integration; its rows and credentials stay',
  request: { params, body: jsonBody(enabledBody) },
  responses: responses('The integration as it is now', integration),
})

/** `/integrations` and `/integrations/{id}`: list, add, change, pause, resume, remove. */
export function addIntegrations(app: OpenAPIHono, { administration, integrations, integration: find }: AdminContext) {
  app.openapi(listRoute, async (context) => context.json(success((await integrations()).map(toWire)), 200))
  app.openapi(getRoute, async (context) => {
    return context.json(success(toWire(await find(context.req.valid('param').id))), 200)
  })
  app.openapi(removeRoute, async (context) => {
    const { id } = await find(context.req.valid('param').id)
    await administration.removeIntegration(id)
    return context.json(success({}), 200)
  })
  // Not `app.openapi`, which leaves a body of another type unread.
  for (const route of [addRoute, changeRoute, enabledRoute]) app.openAPIRegistry.registerPath(route)
  app.post('/integrations', async (context) => {
    const body = await readJson(context.req.raw, addBody)
    const { customer_id: customerId, base_url: baseUrl, environment_id: environmentId, auth, end_user } = body
    const added = await administration.addIntegration({
      customerId,
      baseUrl,
      auth: toAuth(auth),
      ...(environmentId !== undefined && { environmentId }),
      ...(end_user && { endUser: toEndUser(customerId, end_user) }),
      ...toSettings(body),
    })
    return context.json(success(toWire(added)), 200)
  })
  app.patch('/integrations/:id', async (context) => {
    const changes = await readJson(context.req.raw, changeBody)
    const { id } = await find(context.req.param('id'))
    await administration.changeSettings(id, toSettings(changes))
    return context.json(success(toWire(await find(id))), 200)
  })
  app.put('/integrations/:id/enabled', async (context) => {
    const { value } = await readJson(context.req.raw, enabledBody)
    const { id } = await find(context.req.param('id'))
    await administration.setEnabled(id, value)
    return context.json(success(toWire(await find(id))), 200)
  })
}

/** The settings that a body names. What they may be administration knows. */
function toSettings({ settings, sync, scopes }: z.infer<typeof changeBody>) {
  type Settings = Pick<IntegrationInput, 'settings' | 'sync' | 'scopes'>
  return { ...(settings && { settings }), ...(sync && { sync }), ...(scopes && { scopes }) } as Settings
}

function toEndUser(
  customerId: string,
  given: NonNullable<z.infer<typeof addBody>['end_user']>,
): Integration['endUser'] {
  return {
    organizationName: given.organization_name ?? `iCIMS customer ${customerId}`,
    creatorEmail: given.creator_email ?? null,
    originId: given.origin_id ?? null,
  }
}

/** An integration as it is told: named part by part, so that nothing that is added later slips out. */
function toWire(one: Integration): z.infer<typeof integration> {
  return {
    id: `icims:${one.id}`,
    environment_id: one.environmentId,
    customer_id: one.customerId,
    base_url: one.baseUrl,
    account: one.account,
    status: one.enabled ? one.state : 'INACTIVE',
    failing_since: one.failingSince,
    settings: { ...one.settings },
    sync: { ...one.sync },
    scopes: { ...one.scopes },
    end_user: toWireEndUser(one.endUser),
    created_at: one.createdAt,
    updated_at: one.updatedAt,
  }
}
