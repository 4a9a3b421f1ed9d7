import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Simulator } from '../index.ts'
import { profileTypeNames, profileTypes } from '../tenant/profile-types.ts'

const apps = new WeakMap<Simulator, OpenAPIHono>()

/**
 * `/_sim`: what steers the fake from outside, apart from iCIMS's own paths. GET reads, POST acts. A page in a browser may
 * not act here: a request that names a foreign `Origin` is refused.
 */
export async function answerControl(simulator: Simulator, request: Request): Promise<Response> {
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== new URL(request.url).origin) {
    return Response.json({ error: `Requests from pages of ${origin} are refused.` }, { status: 403 })
  }
  let app = apps.get(simulator)
  if (app === undefined) {
    app = createControl(simulator)
    apps.set(simulator, app)
  }
  return app.fetch(request)
}

const note = z.object({ kind: z.string(), subject: z.string(), reason: z.string() }).openapi('Note')

const entry = z
  .object({
    id: z.number().int(),
    at: z.string().openapi({ description: "The tenant's time, ISO 8601." }),
    operation: z.string().nullable(),
    caller: z.string().nullable(),
    method: z.string(),
    path: z.string(),
    status: z.number().int(),
    duration: z.number().openapi({ description: 'Milliseconds of real time.' }),
    notes: z.array(note),
  })
  .openapi('JournalEntry')

const health = createRoute({
  method: 'get',
  path: '/_sim/health',
  summary: 'Whether it runs, its time, and what it holds',
  responses: {
    200: {
      description: 'It runs.',
      content: {
        'application/json': {
          schema: z.object({
            status: z.literal('ok'),
            customerId: z.number().int(),
            now: z.string(),
            profiles: z.record(z.string(), z.number().int()),
          }),
        },
      },
    },
  },
})

const journal = createRoute({
  method: 'get',
  path: '/_sim/journal',
  summary: 'The last exchanges, newest first',
  request: {
    query: z.object({
      operation: z.string().optional().openapi({ description: 'operationId of the iCIMS document' }),
      caller: z.string().optional().openapi({ description: 'username of the API user' }),
      status: z.coerce.number().int().optional(),
      note: z
        .string()
        .optional()
        .openapi({ description: 'only exchanges with a note of this kind, such as unmatched' }),
      limit: z.coerce.number().int().min(1).max(10_000).default(100),
    }),
  },
  responses: {
    200: {
      description: 'Exchanges. `total` counts all since the start, kept or not.',
      content: { 'application/json': { schema: z.object({ total: z.number().int(), entries: z.array(entry) }) } },
    },
    400: {
      description: 'A parameter that does not fit.',
      content: { 'application/json': { schema: z.object({ error: z.string() }) } },
    },
  },
})

const reset = createRoute({
  method: 'post',
  path: '/_sim/reset',
  summary: 'Back to the seeded state: rows, quota and journal',
  responses: {
    200: {
      description: 'Done.',
      content: { 'application/json': { schema: z.object({ status: z.literal('reset') }) } },
    },
  },
})

function createControl(simulator: Simulator): OpenAPIHono {
  const { tenant } = simulator
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return
      const error = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
      return context.json({ error }, 400)
    },
  })
  app.openapi(health, (context) =>
    context.json(
      {
        status: 'ok' as const,
        customerId: tenant.config.customerId,
        now: new Date(tenant.clock.now()).toISOString(),
        profiles: Object.fromEntries(
          profileTypeNames.map((type) => [profileTypes[type].path, tenant.store.count(type)]),
        ),
      },
      200,
    ),
  )
  app.openapi(journal, (context) => {
    const { limit, ...filter } = context.req.valid('query')
    const wanted = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
    const entries = tenant.journal.entries({ ...wanted, limit }).map((kept) => ({ ...kept, notes: [...kept.notes] }))
    return context.json({ total: tenant.journal.total, entries }, 200)
  })
  app.openapi(reset, (context) => {
    simulator.reset()
    return context.json({ status: 'reset' as const }, 200)
  })
  app.doc31('/_sim/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'iCIMS simulator: control', version: '1' },
  })
  app.notFound((context) => context.json({ error: `There is no ${context.req.path}. See /_sim/openapi.json.` }, 404))
  return app
}
