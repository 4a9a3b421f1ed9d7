import { createRoute, z } from '@hono/zod-openapi'
import { describeAttempt, describeEvent } from '../events/describe.ts'
import { outcomes } from '../events/judge.ts'
import { eventTypes } from '../events/subscription.ts'
import type { Simulator } from '../index.ts'
import { RefusedError } from '../refused-error.ts'
import { type AddRoutes, jsonBody, jsonContent, refusal } from './api.ts'

const state = z.enum(['waiting', 'delivered', 'failed'])
const outcome = z.enum(outcomes).nullable()
const text = z.string().nullable()
const bytes = z.object({ text: text.openapi({ description: 'Null where they are no text.' }), base64: z.string() })
const instant = z.string().openapi({ description: "The tenant's time, ISO 8601." })

const event = z
  .object({
    id: z.number().int(),
    at: instant,
    state,
    subscription: z.number().int(),
    eventType: z.enum(eventTypes).nullable().openapi({ description: 'Null once the subscription is removed.' }),
    url: text,
    attempts: z.number().int(),
    outcome,
    reason: text,
    link: text.openapi({ description: 'Where the user is led: the address of a 303.' }),
    shown: text.openapi({ description: 'What the platform user is shown: `userMessage`, with labels filled in.' }),
  })
  .openapi('Event')

const attempt = z
  .object({
    number: z.number().int(),
    at: instant,
    outcome: outcome.openapi({ description: 'Null while it is under way.' }),
    reason: text,
    link: text,
    shown: text,
    logged: text.openapi({ description: '`debugErrorMessage`.' }),
    request: z.object({ url: z.string(), headers: z.record(z.string(), z.string()), body: bytes }).nullable(),
    answer: z.object({ status: z.number().int(), headers: z.array(z.array(z.string())), body: bytes }).nullable(),
  })
  .openapi('EventAttempt')

const counts = z
  .object({ waiting: z.number().int(), delivered: z.number().int(), failed: z.number().int() })
  .openapi('EventCounts')

const list = createRoute({
  method: 'get',
  path: '/events',
  summary: 'The events of the tenant, newest first',
  request: {
    query: z.object({
      state: state.optional(),
      subscription: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(20_000).default(100),
    }),
  },
  responses: {
    200: jsonContent('Events, and how many there are of each state.', z.object({ counts, events: z.array(event) })),
    400: refusal('A parameter that does not fit.'),
  },
})

const one = createRoute({
  method: 'get',
  path: '/events/{id}',
  summary: 'One event, with all that was sent and answered, byte for byte',
  request: { params: z.object({ id: z.coerce.number().int() }) },
  responses: {
    200: jsonContent('The event.', z.object({ event, attempts: z.array(attempt) })),
    404: refusal('No such event.'),
  },
})

const resend = createRoute({
  method: 'post',
  path: '/events/{id}/resend',
  summary: 'Send an event again',
  request: { params: z.object({ id: z.coerce.number().int() }) },
  responses: { 200: jsonContent('It waits to be sent.', event), 404: refusal('No such event.') },
})

const resendAll = createRoute({
  method: 'post',
  path: '/events/resend',
  summary: 'Send every event again that has failed, in the order they happened',
  request: jsonBody(z.object({ subscription: z.number().int().optional() })),
  responses: { 200: jsonContent('How many wait to be sent.', z.object({ resent: z.number().int() })) },
})

const wait = createRoute({
  method: 'post',
  path: '/events/wait',
  summary: 'Wait until every event has been sent and answered, or has failed',
  responses: { 200: jsonContent('How they went.', counts) },
})

/** `/events`: what partners were told, and what came of it. */
export const addEvents: AddRoutes = (app) => {
  app.openapi(list, (context) => {
    const { tenant } = context.var.simulator
    const { state: wanted, subscription, limit } = context.req.valid('query')
    const filter = { limit, ...(wanted && { state: wanted }), ...(subscription !== undefined && { subscription }) }
    const events = tenant.outbox.list(filter).map((found) => describeEvent(tenant, found))
    return context.json({ counts: tenant.outbox.count(), events }, 200)
  })
  // Before the routes with a number in the same place.
  app.openapi(resendAll, (context) => {
    const { outbox, courier } = context.var.simulator.tenant
    const { subscription } = context.req.valid('json')
    const filter = { state: 'failed' as const, limit: 1_000_000, ...(subscription !== undefined && { subscription }) }
    const failed = outbox.list(filter).reverse()
    for (const { id } of failed) courier.resend(id)
    return context.json({ resent: failed.length }, 200)
  })
  app.openapi(wait, async (context) => {
    await context.var.simulator.delivered()
    return context.json(context.var.simulator.tenant.outbox.count(), 200)
  })
  app.openapi(one, (context) => {
    const { tenant } = context.var.simulator
    const found = find(context.var.simulator, context.req.valid('param').id)
    return context.json(
      { event: describeEvent(tenant, found), attempts: tenant.attempts.of(found.id).map(describeAttempt) },
      200,
    )
  })
  app.openapi(resend, (context) => {
    const { tenant } = context.var.simulator
    const { id } = context.req.valid('param')
    find(context.var.simulator, id)
    tenant.courier.resend(id)
    return context.json(describeEvent(tenant, find(context.var.simulator, id)), 200)
  })
}

function find({ tenant }: Simulator, id: number) {
  const found = tenant.outbox.find(id)
  if (found === undefined) throw new RefusedError(404, `There is no event ${id}.`)
  return found
}
