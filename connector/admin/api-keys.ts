import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { readJson } from '../api/read-json.ts'
import type { AdminContext } from './app.ts'
import { environment, idParams, jsonBody, responses, success } from './schemas.ts'

const apiKey = z
  .object({
    id: z.string(),
    environment_id: z.string(),
    name: z.string(),
    created_at: z.string(),
    revoked_at: z.string().nullable(),
  })
  .openapi('ApiKey')
const made = z.object({
  id: z.string(),
  key: z.string().openapi({ description: 'The key itself: it is told this once' }),
})
const createBody = z.strictObject({ environment_id: environment, name: z.string().max(200).default('') })

const listRoute = createRoute({
  method: 'get',
  path: '/api-keys',
  summary: 'Every key of the unified API, the revoked ones among them',
  responses: responses('The keys, without the keys themselves', z.array(apiKey)),
})
const revokeRoute = createRoute({
  method: 'delete',
  path: '/api-keys/{id}',
  summary: 'Revoke a key: it opens nothing from now on',
  request: { params: idParams('The id of the key') },
  responses: responses('Done', z.object({})),
})
const createKeyRoute = createRoute({
  method: 'post',
  path: '/api-keys',
  summary: 'Make a key of an environment',
  request: { body: jsonBody(createBody) },
  responses: responses('The new key', made),
})

/** `/api-keys`: list, create, revoke. */
export function addApiKeys(app: OpenAPIHono, { administration }: AdminContext): void {
  app.openapi(listRoute, async (context) => {
    const keys = await administration.listApiKeys()
    const wire = keys.map(({ id, environmentId, name, createdAt, revokedAt }) => {
      return { id, environment_id: environmentId, name, created_at: createdAt, revoked_at: revokedAt }
    })
    return context.json(success(wire), 200)
  })
  app.openapi(revokeRoute, async (context) => {
    await administration.revokeApiKey(context.req.valid('param').id)
    return context.json(success({}), 200)
  })
  // Not `app.openapi`, which leaves a body of another type unread.
  app.openAPIRegistry.registerPath(createKeyRoute)
  app.post('/api-keys', async (context) => {
    const { environment_id: environmentId, name } = await readJson(context.req.raw, createBody)
    const key = await administration.createApiKey({ name, ...(environmentId !== undefined && { environmentId }) })
    return context.json(success(key), 200)
  })
}
