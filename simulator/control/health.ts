import { createRoute, z } from '@hono/zod-openapi'
import { profileTypeNames, profileTypes } from '../tenant/profile-types.ts'
import { type AddRoutes, jsonContent } from './api.ts'

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether it runs, its time, and what it holds',
  responses: {
    200: jsonContent(
      'It runs.',
      z.object({
        status: z.literal('ok'),
        customerId: z.number().int(),
        now: z.string(),
        profiles: z.record(z.string(), z.number().int()),
      }),
    ),
  },
})

/** `/health`: what a start script waits for. */
export const addHealth: AddRoutes = (app) => {
  app.openapi(health, (context) => {
    const { config, clock, store } = context.var.simulator.tenant
    const profiles = profileTypeNames.map((type) => [profileTypes[type].path, store.count(type)] as const)
    return context.json(
      {
        status: 'ok' as const,
        customerId: config.customerId,
        now: new Date(clock.now()).toISOString(),
        profiles: Object.fromEntries(profiles),
      },
      200,
    )
  })
}
