import { createRoute, z } from '@hono/zod-openapi'
import { type AddRoutes, jsonContent, refusal } from './api.ts'

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

const journal = createRoute({
  method: 'get',
  path: '/journal',
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
    200: jsonContent(
      'Exchanges. `total` counts all since the start, kept or not.',
      z.object({ total: z.number().int(), entries: z.array(entry) }),
    ),
    400: refusal('A parameter that does not fit.'),
  },
})

/** `/journal`: what was asked and what was answered. */
export const addJournal: AddRoutes = (app) => {
  app.openapi(journal, (context) => {
    const kept = context.var.simulator.tenant.journal
    const { limit, ...filter } = context.req.valid('query')
    const wanted = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
    const entries = kept.entries({ ...wanted, limit }).map((one) => ({ ...one, notes: [...one.notes] }))
    return context.json({ total: kept.total, entries }, 200)
  })
}
