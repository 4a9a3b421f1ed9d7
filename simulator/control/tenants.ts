import { createRoute, z } from '@hono/zod-openapi'
import type { Simulator } from '../index.ts'
import { RefusedError } from '../refused-error.ts'
import { describeSignIn } from '../sign-in.ts'
import { type AddRoutes, jsonBody, jsonContent, refusal } from './api.ts'

const customerId = z.coerce.number().int().openapi({ description: 'Customer id of the tenant.' })

const signIn = z
  .object({
    basic: z.object({ username: z.string(), password: z.string() }),
    oauth: z.object({ tokenUrl: z.string(), clientId: z.string(), clientSecret: z.string() }),
    hmac: z.object({ username: z.string(), key: z.string() }),
  })
  .openapi('SignIn')

const tenant = signIn
  .extend({
    customerId: z.number().int(),
    baseUrl: z.string().openapi({ description: 'What the addresses of the API start with.' }),
    now: z.string().openapi({ description: "The tenant's time, ISO 8601." }),
    forkedFrom: z.number().int().nullable(),
    connectorUser: signIn.openapi({ description: 'Another API user, whose calls are not counted.' }),
  })
  .openapi('Tenant')

const list = createRoute({
  method: 'get',
  path: '/tenants',
  summary: 'Every tenant here, the default one first',
  responses: { 200: jsonContent('Tenants.', z.object({ tenants: z.array(tenant) })) },
})

const fork = createRoute({
  method: 'post',
  path: '/tenants',
  summary: 'Fork a tenant: a copy with credentials of its own that goes its own way from now on',
  request: jsonBody(
    z.object({
      from: z
        .number()
        .int()
        .optional()
        .openapi({ description: 'Customer id of the one to fork; the default one unless given.' }),
      customerId: z
        .number()
        .int()
        .optional()
        .openapi({ description: 'Customer id of the fork; the next free one unless given.' }),
    }),
  ),
  responses: {
    201: jsonContent('The fork.', tenant),
    400: refusal('A body that does not fit.'),
    404: refusal('There is no tenant to fork.'),
    409: refusal('The customer id is taken.'),
  },
})

const read = createRoute({
  method: 'get',
  path: '/tenants/{customerId}',
  summary: 'One tenant',
  request: { params: z.object({ customerId }) },
  responses: { 200: jsonContent('The tenant.', tenant), 404: refusal('There is no such tenant.') },
})

const remove = createRoute({
  method: 'delete',
  path: '/tenants/{customerId}',
  summary: 'Remove a fork, with its snapshots',
  request: { params: z.object({ customerId }) },
  responses: {
    200: jsonContent('It is gone.', z.object({ status: z.literal('removed') })),
    404: refusal('There is no such tenant.'),
    409: refusal('The default tenant stays.'),
  },
})

/** `/tenants`: forks, each isolated from all others. */
export const addTenants: AddRoutes = (app) => {
  app.openapi(list, (context) => {
    const tenants = context.var.simulator.list().map((one) => describeTenant(one, context.req.url))
    return context.json({ tenants }, 200)
  })
  app.openapi(fork, (context) => {
    const { from, customerId: wanted } = context.req.valid('json')
    const { simulator } = context.var
    const forked = (from === undefined ? simulator : findTenant(simulator, from)).fork(wanted)
    return context.json(describeTenant(forked, context.req.url), 201)
  })
  app.openapi(read, (context) => context.json(describeTenant(context.var.simulator, context.req.url), 200))
  app.openapi(remove, (context) => {
    context.var.simulator.remove()
    return context.json({ status: 'removed' as const }, 200)
  })
}

/** @throws RefusedError 404 for a customer the simulator holds no tenant of. */
export function findTenant(simulator: Simulator, wanted: number | string): Simulator {
  const found = simulator.find(Number(wanted))
  if (found === undefined) throw new RefusedError(404, `There is no tenant ${wanted} here.`)
  return found
}

/** @param url of the request: the tenant answers at the same address. */
function describeTenant(simulator: Simulator, url: string): z.infer<typeof tenant> {
  const { origin } = new URL(url)
  return {
    baseUrl: origin,
    now: new Date(simulator.tenant.clock.now()).toISOString(),
    forkedFrom: simulator.forkedFrom ?? null,
    ...describeSignIn(simulator.coordinates, loginUrl(origin, simulator.ports.login)),
  }
}

function loginUrl(origin: string, port: number | undefined): string {
  if (port === undefined) return origin
  const url = new URL(origin)
  url.port = String(port)
  return url.origin
}
