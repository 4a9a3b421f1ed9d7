import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { WriteAction } from '../actions/action.ts'
import { maxFileSize } from '../actions/file.ts'
import type { ApiEnvironment } from './app.ts'
import { largestBody, readText } from './read-text.ts'
import { errorResponses, integrationHeaders } from './schemas.ts'

/** One action of the unified API: where it is called, and what it answers. */
export type ActionEndpoint = {
  action: WriteAction
  method: 'post' | 'put'
  path: string
  summary: string
  data: z.ZodType
}

const headers = integrationHeaders.extend({
  'idempotency-key': z
    .string()
    .optional()
    .openapi({ description: 'Names the call: a second one of that name gets the first answer, for a day' }),
})

/** What every action answers beside its data. */
export const warnings = z
  .array(z.object({ message: z.string() }))
  .openapi({ description: 'What was taken and not written, and what else the caller should know' })

/** Adds the route of an action. */
export function addAction(app: OpenAPIHono<ApiEnvironment>, endpoint: ActionEndpoint): void {
  const { action, method, path, summary, data } = endpoint
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const params = z.object(Object.fromEntries(names.map((name) => [name, z.string()])))
  const ofPath = Object.fromEntries(names.map((name) => [name, true as const]))
  const body = (action.body as z.ZodObject).omit(ofPath as Record<string, never>)
  const schema = z.object({ status: z.literal('success'), data, warnings })
  const route = createRoute({
    method,
    path,
    summary,
    description: `Files are taken up to ${maxFileSize / 2 ** 20} MB. What is sent twice is done once.`,
    request: { params, headers, body: { content: { 'application/json': { schema: body } } } },
    responses: { 200: { description: 'Done', content: { 'application/json': { schema } } }, ...errorResponses },
  })
  app.openAPIRegistry.registerPath(route)
  // Not `app.openapi`, which reads the body whole before anything can be said of its size.
  app.on(method.toUpperCase(), route.getRoutingPath(), async (context) => {
    const integration = await context.var.integration()
    const text = await readText(context.req.raw, largestBody)
    const key = context.req.header('idempotency-key')
    const parameters = context.req.param() as Record<string, string>
    const answer = await context.var.actions.perform(action, integration, { parameters, text, ...(key && { key }) })
    return context.json({ status: 'success' as const, ...answer }, 200)
  })
}
