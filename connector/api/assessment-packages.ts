import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { pushPackages } from '../assessment/push-packages.ts'
import { listPackages, packageTypes, replacePackages } from '../store/assessment-packages.ts'
import { warnings } from './action.ts'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
import { readJson } from './read-json.ts'
import { errorResponses, integrationHeaders } from './schemas.ts'

const text = z.string().trim().min(1)
const type = z.enum(packageTypes)

const shown = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  updated_at: z.string().nullable(),
  type: type.nullable(),
})

const body = z.object({
  packages: z.array(z.object({ id: text.max(200), type, name: text.max(128), description: z.string() })).max(1_000),
})

const list = createRoute({
  method: 'get',
  path: '/assessment/packages',
  summary: 'The assessment packages that are offered',
  request: { headers: integrationHeaders },
  responses: {
    200: {
      description: 'All of them',
      content: {
        'application/json': {
          schema: z.object({ status: z.literal('success'), data: z.object({ packages: z.array(shown) }) }),
        },
      },
    },
    ...errorResponses,
  },
})

const replace = createRoute({
  method: 'put',
  path: '/assessment/packages',
  summary: 'Put a list of assessment packages in the place of the one there is',
  request: { headers: integrationHeaders, body: { content: { 'application/json': { schema: body } } } },
  responses: {
    200: {
      description: 'Kept; warnings tell what iCIMS did not take',
      content: {
        'application/json': { schema: z.object({ status: z.literal('success'), data: z.object({}), warnings }) },
      },
    },
    ...errorResponses,
  },
})

/** `/assessment/packages`: kept here, and brought into the two lists of iCIMS where it lets us. */
export function addAssessmentPackages(app: OpenAPIHono<ApiEnvironment>): void {
  app.openapi(list, async (context) => {
    const { id } = await context.var.integration()
    const packages = await listPackages(context.var.store, id)
    const results = packages.map(({ updatedAt, ...one }) => ({ ...one, updated_at: updatedAt }))
    return context.json({ status: 'success' as const, data: { packages: results } }, 200)
  })
  app.openAPIRegistry.registerPath(replace)
  app.put(replace.path, async (context) => {
    const { packages } = await readJson(context.req.raw, body)
    const integration = await context.var.integration()
    if (!integration.enabled) throw new ApiError('INTEGRATION.INACTIVE', 'The integration is paused. Enable it first.')
    for (const key of ['id', 'name'] as const) {
      const twice = packages.find((one, index) => packages.findIndex((other) => other[key] === one[key]) !== index)
      if (twice !== undefined) {
        throw new ApiError('PLATFORM.INPUT_INVALID', `packages: ${JSON.stringify(twice[key])} is there twice.`)
      }
    }
    const { store, clock, client } = context.var
    const gone = await replacePackages(store, integration.id, packages, clock.now().toISOString())
    const offered = packages.map(({ name }) => name)
    const told = await pushPackages(await client(integration), integration, { offered, gone })
    return context.json({ status: 'success' as const, data: {}, warnings: told.map((message) => ({ message })) }, 200)
  })
}
