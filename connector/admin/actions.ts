import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { UnfinishedAction } from '../actions/unfinished.ts'
import { ApiError } from '../api/errors.ts'
import type { AdminContext } from './app.ts'
import { responses, success } from './schemas.ts'

const query = z.object({
  integration_id: z.string().optional().openapi({ description: 'Of this integration; of all when left out' }),
  state: z
    .string()
    .optional()
    .openapi({ description: '`OPEN` or `REPORTED`; both when left out', enum: ['OPEN', 'REPORTED'] }),
  limit: z.string().optional().openapi({ description: 'How many, the newest first: 1 to 1000, 20 unless given' }),
})

const action = z
  .object({
    id: z.string(),
    integration_id: z.string(),
    action: z.string(),
    state: z.enum(['OPEN', 'REPORTED']).openapi({
      description: 'OPEN: under way, or gone on with by itself. REPORTED: it could not be done, and somebody must look',
    }),
    subject: z.string().openapi({ description: 'Whom or what it works on in iCIMS' }),
    step: z.object({ name: z.string(), state: z.enum(['done', 'without effect', 'unknown']) }).nullable(),
    wrote: z.array(z.string()).openapi({ description: 'What it has written in iCIMS, with ids' }),
    why: z.string(),
    advice: z.string().openapi({ description: 'What to do about it' }),
    attempts: z.number(),
    due_at: z.string().nullable().openapi({ description: 'When it is tried again' }),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('UnfinishedAction')

const listRoute = createRoute({
  method: 'get',
  path: '/actions',
  summary: 'The actions that are under way, wait, or could not be done',
  request: { query },
  responses: responses('The actions', z.array(action)),
})

/** `/actions`: the actions that are not done, and what to do about them. */
export function addActions(app: OpenAPIHono, { unfinished, integration }: AdminContext): void {
  app.openapi(listRoute, async (context) => {
    const { integration_id: named, state, limit = '20' } = context.req.valid('query')
    if (state !== undefined && state !== 'OPEN' && state !== 'REPORTED') {
      throw new ApiError('PLATFORM.INPUT_INVALID', 'state: it must be OPEN or REPORTED.')
    }
    if (!/^[1-9]\d{0,2}$|^1000$/.test(limit)) {
      throw new ApiError('PLATFORM.INPUT_INVALID', 'limit: it must be a whole number from 1 to 1000.')
    }
    const found = await unfinished({
      ...(named !== undefined && { integrationId: (await integration(named)).id }),
      ...(state !== undefined && { state }),
      limit: Number(limit),
    })
    return context.json(success(found.map(toWire)), 200)
  })
}

/** An action as it is told: named part by part, so that nothing that is added later slips out. */
function toWire(one: UnfinishedAction): z.infer<typeof action> {
  return {
    id: one.id,
    integration_id: `icims:${one.integrationId}`,
    action: one.action,
    state: one.state,
    subject: one.subject,
    step: one.step,
    wrote: one.wrote,
    why: one.why,
    advice: one.advice,
    attempts: one.attempts,
    due_at: one.dueAt,
    created_at: one.createdAt,
    updated_at: one.updatedAt,
  }
}
