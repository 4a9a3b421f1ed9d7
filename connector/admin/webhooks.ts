import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { readJson } from '../api/read-json.ts'
import type { WebhookTarget } from '../store/webhook-targets.ts'
import { webhookTypes } from '../webhooks/event.ts'
import type { AdminContext } from './app.ts'
import { environment, idParams, jsonBody, responses, success } from './schemas.ts'

const target = z
  .object({
    id: z.string(),
    environment_id: z.string(),
    url: z.string(),
    types: z.array(z.string()).openapi({ description: 'What it is told of; everything when empty' }),
    created_at: z.string(),
  })
  .openapi('WebhookTarget')
const added = target.extend({
  secret: z.string().optional().openapi({ description: 'The secret, where it was made here: it is told this once' }),
})
const dead = z.object({
  event_id: z.string(),
  target_id: z.string(),
  url: z.string(),
  type: z.string(),
  attempts: z.number(),
  updated_at: z.string(),
})
const addBody = z.strictObject({
  url: z.string(),
  environment_id: environment,
  types: z.array(z.enum(webhookTypes)).default([]),
  secret: z.string().optional().openapi({ description: 'What signs, 16 characters or more; made here unless given' }),
})
const resendBody = z.strictObject({ event_id: z.string().optional(), target_id: z.string().optional() })

const listRoute = createRoute({
  method: 'get',
  path: '/webhooks',
  summary: 'Every webhook target',
  responses: responses('The targets', z.array(target)),
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/webhooks/{id}',
  summary: 'Remove a target: it is told nothing more',
  request: { params: idParams('The id of the target') },
  responses: responses('Done', z.object({})),
})
const deadRoute = createRoute({
  method: 'get',
  path: '/webhooks/dead-letters',
  summary: 'What could not be delivered and was given up',
  responses: responses('The deliveries', z.array(dead)),
})
const addRoute = createRoute({
  method: 'post',
  path: '/webhooks',
  summary: 'Add a target',
  request: { body: jsonBody(addBody) },
  responses: responses('The target', added),
})
const resendRoute = createRoute({
  method: 'post',
  path: '/webhooks/dead-letters/resend',
  summary: 'Send again what was given up: everything, of one target, or one event',
  request: { body: jsonBody(resendBody) },
  responses: responses('How many are sent again', z.object({ resent: z.number() })),
})

/** `/webhooks`: list, add, remove targets; what was given up, and sending it again. */
export function addWebhooks(app: OpenAPIHono, { administration }: AdminContext): void {
  app.openapi(listRoute, async (context) => {
    return context.json(success((await administration.listWebhooks()).map(toWire)), 200)
  })
  app.openapi(deadRoute, async (context) => {
    const letters = await administration.listDeadLetters()
    const wire = letters.map(({ eventId, targetId, url, type, attempts, updatedAt }) => {
      return { event_id: eventId, target_id: targetId, url, type, attempts, updated_at: updatedAt }
    })
    return context.json(success(wire), 200)
  })
  app.openapi(removeRoute, async (context) => {
    await administration.removeWebhook(context.req.valid('param').id)
    return context.json(success({}), 200)
  })
  // Not `app.openapi`, which leaves a body of another type unread.
  for (const route of [addRoute, resendRoute]) app.openAPIRegistry.registerPath(route)
  app.post('/webhooks', async (context) => {
    const { environment_id: environmentId, secret, ...given } = await readJson(context.req.raw, addBody)
    const { secret: kept, ...made } = await administration.addWebhook({
      ...given,
      ...(environmentId !== undefined && { environmentId }),
      ...(secret !== undefined && { secret }),
    })
    return context.json(success({ ...toWire(made), ...(secret === undefined && { secret: kept }) }), 200)
  })
  app.post('/webhooks/dead-letters/resend', async (context) => {
    const { event_id: eventId, target_id: targetId } = await readJson(context.req.raw, resendBody)
    const which = { ...(eventId !== undefined && { eventId }), ...(targetId !== undefined && { targetId }) }
    return context.json(success({ resent: await administration.resendWebhooks(which) }), 200)
  })
}

function toWire({ id, environmentId, url, types, createdAt }: WebhookTarget): z.infer<typeof target> {
  return { id, environment_id: environmentId, url, types: [...types], created_at: createdAt }
}
