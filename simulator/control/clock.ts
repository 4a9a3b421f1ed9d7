import { createRoute, z } from '@hono/zod-openapi'
import { parseSpeed } from '../duration.ts'
import { RefusedError } from '../refused-error.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { type AddRoutes, jsonBody, jsonContent, refusal } from './api.ts'

const clock = z
  .object({
    now: z.string().openapi({ description: "The tenant's time, ISO 8601." }),
    mode: z.enum(['frozen', 'running']),
    speed: z
      .number()
      .openapi({ description: "How many times as fast as the machine's it goes; 0 when it stands still." }),
  })
  .openapi('Clock')

const answer = { 200: jsonContent("The tenant's clock.", clock), 400: refusal('Backwards, or no length of time.') }

const read = createRoute({ method: 'get', path: '/clock', summary: "The tenant's time", responses: answer })

const advance = createRoute({
  method: 'post',
  path: '/clock/advance',
  summary: 'Move the time on; what is due meanwhile happens',
  request: jsonBody(
    z.object({
      by: z.string().optional().openapi({ description: 'A length of time: `7d`, `36h`, `1d12h30m`.' }),
      to: z.string().optional().openapi({ description: 'An instant instead, ISO 8601. Not one in the past.' }),
      still: z.boolean().default(false).openapi({ description: 'Its people do nothing meanwhile.' }),
    }),
  ),
  responses: answer,
})

const freeze = createRoute({
  method: 'post',
  path: '/clock/freeze',
  summary: 'Let the clock stand still',
  responses: answer,
})

const run = createRoute({
  method: 'post',
  path: '/clock/run',
  summary: 'Let the clock run from now on',
  request: jsonBody(
    z.object({
      speed: z
        .union([z.number(), z.string()])
        .default(1)
        .openapi({ description: "`60` or `60x`: sixty times as fast as the machine's." }),
      live: z
        .boolean()
        .default(false)
        .openapi({ description: 'Its people live as it runs, not only when time is moved.' }),
    }),
  ),
  responses: { ...answer, 409: refusal('Live, in a tenant that was made without life.') },
})

/** `/clock`: the tenant's own time. */
export const addClock: AddRoutes = (app) => {
  app.openapi(read, (context) => context.json(describeClock(context.var.simulator.tenant), 200))
  app.openapi(advance, (context) => {
    const { simulator } = context.var
    const { by, to, still } = context.req.valid('json')
    if ((by === undefined) === (to === undefined)) {
      throw new RefusedError(400, 'Say how far with "by", or until when with "to".')
    }
    simulator.advance(by ?? { to: to! }, still)
    return context.json(describeClock(simulator.tenant), 200)
  })
  app.openapi(freeze, (context) => {
    context.var.simulator.setClock('frozen')
    return context.json(describeClock(context.var.simulator.tenant), 200)
  })
  app.openapi(run, (context) => {
    const { speed, live } = context.req.valid('json')
    context.var.simulator.setClock({ speed: parseSpeed(String(speed)), live })
    return context.json(describeClock(context.var.simulator.tenant), 200)
  })
}

function describeClock({ clock: { now, state } }: Tenant): z.infer<typeof clock> {
  const going = state()
  const speed = going.mode === 'running' ? going.speed : 0
  return { now: new Date(now()).toISOString(), mode: going.mode, speed }
}
