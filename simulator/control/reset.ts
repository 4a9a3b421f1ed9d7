import { createRoute, z } from '@hono/zod-openapi'
import { type AddRoutes, jsonContent } from './api.ts'

const reset = createRoute({
  method: 'post',
  path: '/reset',
  summary: 'Back to the seeded state: rows, quota and journal',
  responses: { 200: jsonContent('Done.', z.object({ status: z.literal('reset') })) },
})

/** `/reset`: as if nothing had happened since the start. */
export const addReset: AddRoutes = (app) => {
  app.openapi(reset, (context) => {
    context.var.simulator.reset()
    return context.json({ status: 'reset' as const }, 200)
  })
}
