import { createRoute, z } from '@hono/zod-openapi'
import { explainExchange } from '../explain.ts'
import { RefusedError } from '../refused-error.ts'
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
    codes: z.array(z.number().int()).openapi({ description: 'Error codes of the answer.' }),
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

const evidence = z.object({
  level: z.enum(['doc', 'client', 'infer']),
  source: z.string().openapi({ description: 'Keys of openapi/README.md.' }),
  note: z.string().optional(),
})

const value = z.union([z.string(), z.number(), z.boolean()])

const one = createRoute({
  method: 'get',
  path: '/journal/{id}',
  summary: 'One exchange, and why it went as it did',
  request: { params: z.object({ id: z.coerce.number().int() }) },
  responses: {
    200: jsonContent(
      'The exchange, what its client could not see, and the beliefs that decided.',
      z.object({
        entry,
        explanation: z.object({
          operation: z.object({ operationId: z.string(), summary: z.string(), evidence }).optional(),
          switch: z.object({ name: z.string(), value, default: value, why: z.string() }).optional(),
          errors: z.array(
            evidence.extend({ code: z.number().int(), meaning: z.string(), status: z.union([z.number(), z.string()]) }),
          ),
        }),
      }),
    ),
    404: refusal('An exchange that is not kept, or not any more.'),
  },
})

/** `/journal`: what was asked and what was answered, and why. */
export const addJournal: AddRoutes = (app) => {
  app.openapi(journal, (context) => {
    const kept = context.var.simulator.tenant.journal
    const { limit, ...filter } = context.req.valid('query')
    const wanted = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
    const entries = kept
      .entries({ ...wanted, limit })
      .map((one) => ({ ...one, notes: [...one.notes], codes: [...one.codes] }))
    return context.json({ total: kept.total, entries }, 200)
  })
  app.openapi(one, (context) => {
    const { journal: kept, config } = context.var.simulator.tenant
    const { id } = context.req.valid('param')
    const found = kept.find(id)
    if (found === undefined) throw new RefusedError(404, `The exchange ${id} is not kept; ${kept.total} have arrived.`)
    const { errors, ...explained } = explainExchange(found, config)
    const kind = { ...found, notes: [...found.notes], codes: [...found.codes] }
    return context.json({ entry: kind, explanation: { ...explained, errors: [...errors] } }, 200)
  })
}
