import { createRoute, z } from '@hono/zod-openapi'
import { eventSubscription } from '../events/schema.ts'
import type { EventSubscription } from '../events/subscription.ts'
import { RefusedError } from '../refused-error.ts'
import { checkEvents } from '../tenant/check-events.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { type AddRoutes, jsonBody, jsonContent, refusal } from './api.ts'

const input = eventSubscription.openapi('EventSubscriptionInput')
const subscription = z.intersection(eventSubscription, z.object({ id: z.number().int() })).openapi('EventSubscription')
const subscriptions = z.object({ subscriptions: z.array(subscription) })

const list = createRoute({
  method: 'get',
  path: '/events/subscriptions',
  summary: 'Who is told of what',
  responses: { 200: jsonContent('Subscriptions in the order they were made.', subscriptions) },
})

const add = createRoute({
  method: 'post',
  path: '/events/subscriptions',
  summary: 'Tell somebody of one type of event, as on the Event Notifications page of the platform',
  request: jsonBody(input),
  responses: {
    201: jsonContent('From now on.', subscription),
    400: refusal('A part that does not fit, or a status the tenant does not have.'),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/events/subscriptions/{id}',
  summary: 'Tell them no more; events for them that wait have failed',
  request: { params: z.object({ id: z.coerce.number().int() }) },
  responses: { 200: jsonContent('Those that are left.', subscriptions), 404: refusal('No such subscription.') },
})

/** `/events/subscriptions`: iCIMS has no REST call for them; its staff set them up in the platform (EVT, EVB). */
export const addEventSubscriptions: AddRoutes = (app) => {
  const all = ({ outbox }: Tenant) => ({
    subscriptions: outbox
      .subscriptions()
      .map(({ statuses, ...rest }) => ({ ...rest, ...(statuses && { statuses: [...statuses] }) })),
  })
  app.openapi(list, (context) => context.json(all(context.var.simulator.tenant), 200))
  app.openapi(add, (context) => {
    const { tenant } = context.var.simulator
    // zod says `undefined` where it means that a key is not there.
    const given = context.req.valid('json') as EventSubscription
    const [problem] = checkEvents({ ...tenant.config, events: [given] })
    if (problem !== undefined) throw new RefusedError(400, `${problem.path.slice(2).join('.')}: ${problem.message}`)
    const { statuses, ...made } = tenant.outbox.subscribe(given)
    return context.json({ ...made, ...(statuses && { statuses: [...statuses] }) }, 201)
  })
  app.openapi(remove, (context) => {
    const { id } = context.req.valid('param')
    const { tenant } = context.var.simulator
    if (!tenant.outbox.unsubscribe(id)) throw new RefusedError(404, `There is no subscription ${id}.`)
    return context.json(all(tenant), 200)
  })
}
