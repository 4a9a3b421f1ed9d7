import { createRoute, z } from '@hono/zod-openapi'
import { parseInstant } from '../duration.ts'
import { type AddRoutes, jsonContent, refusal } from './api.ts'

const id = z.number().int()

const event = z
  .object({
    number: id.openapi({ description: 'Counts up from 1.' }),
    at: z.string().openapi({ description: "The tenant's time, ISO 8601." }),
    kind: z.string().openapi({ description: '`applied`, `moved`, `hired`, `posted`, …' }),
    text: z.string().openapi({ description: 'What happened, in a sentence.' }),
    by: id.optional().openapi({ description: 'The platform user who did it.' }),
    person: id.optional(),
    job: id.optional(),
    workflow: id.optional(),
  })
  .openapi('LifeEvent')

const number = z.coerce.number().int().optional()

const read = createRoute({
  method: 'get',
  path: '/life',
  summary: 'What the people of the tenant did by themselves: the newest events, or those after a number; oldest first',
  request: {
    query: z.object({
      after: number.openapi({ description: 'Number of an event: those that follow it, to go on reading.' }),
      since: z.string().optional().openapi({ description: "An instant of the tenant's time, ISO 8601." }),
      kind: z.string().optional(),
      person: number,
      job: number,
      workflow: number,
      by: number.openapi({ description: 'The platform user who did it.' }),
      limit: z.coerce.number().int().min(1).max(10_000).default(100),
    }),
  },
  responses: {
    200: jsonContent(
      'Events. `last` is the number of the newest there is; the ten thousand newest are kept.',
      z.object({ last: id, live: z.boolean(), events: z.array(event) }),
    ),
    400: refusal('A parameter that does not fit.'),
  },
})

/** `/life`: the log of what happened by itself. Empty for a tenant that was made without life. */
export const addLife: AddRoutes = (app) => {
  app.openapi(read, (context) => {
    const { life } = context.var.simulator.tenant
    const { since, ...wanted } = context.req.valid('query')
    const from = since === undefined ? {} : { since: parseInstant(since) }
    const found = life?.log.read({ ...defined(wanted), ...from }) ?? []
    const events = found.map((one) => ({ ...one, at: new Date(one.at).toISOString() }))
    return context.json({ last: life?.log.last ?? 0, live: life?.live ?? false, events }, 200)
  })
}

/** Without the keys whose value is undefined, which zod puts in for parameters that are not there. */
function defined<Values extends object>(values: Values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [Name in keyof Values]?: Exclude<Values[Name], undefined> }
}
