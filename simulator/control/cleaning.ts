import { createRoute, z } from '@hono/zod-openapi'
import { mergePeople } from '../profiles/merge.ts'
import { markForPurge, runPurge } from '../profiles/purge.ts'
import { purgeTypes } from '../profiles/purge-folder.ts'
import { profileTypes } from '../tenant/profile-types.ts'
import { type AddRoutes, jsonBody, jsonContent, refusal } from './api.ts'

const ids = z.array(z.number().int())
const type = z
  .enum(purgeTypes.map((name) => profileTypes[name].path))
  .openapi({ description: 'Type of profile, as in URLs.' })
const refusals = { 400: refusal('A body that does not fit.'), 404: refusal('A profile that is not there.') }

const merge = createRoute({
  method: 'post',
  path: '/merge',
  summary: 'Merge two people, as a platform user does',
  request: jsonBody(
    z.object({
      primary: z.number().int().openapi({ description: 'The person that stays.' }),
      discarded: z.number().int().openapi({ description: 'The person that is renamed and waits in the Purge folder.' }),
    }),
  ),
  responses: {
    200: jsonContent(
      'Merged: fields that were filled, recruiting workflows that went over, and those the person had already.',
      z.object({ filled: z.array(z.string()), moved: ids, dropped: ids }),
    ),
    ...refusals,
  },
})

const mark = createRoute({
  method: 'post',
  path: '/purge',
  summary: 'Put profiles into the Purge folder, where they stay until a purge runs',
  request: jsonBody(z.object({ type, ids: ids.min(1) })),
  responses: { 200: jsonContent('They are marked.', z.object({ status: z.literal('marked') })), ...refusals },
})

const run = createRoute({
  method: 'post',
  path: '/purge/run',
  summary: 'Run a purge: empty the Purge folder of one type of profile, for good',
  request: jsonBody(z.object({ type })),
  responses: {
    200: jsonContent(
      'Done: what is gone, and what could not go with the reasons.',
      z.object({
        purged: ids,
        blocked: z.array(z.object({ id: z.number().int(), reasons: z.array(z.string()) })),
      }),
    ),
    400: refusals[400],
  },
})

/** `/merge`, `/purge` and `/purge/run`: how profiles end; iCIMS offers no REST for it (KB). */
export const addCleaning: AddRoutes = (app) => {
  const typeOf = (path: string) => purgeTypes.find((name) => profileTypes[name].path === path)!
  app.openapi(merge, (context) => {
    const { primary, discarded } = context.req.valid('json')
    return context.json(mergePeople(context.var.simulator.tenant, primary, discarded), 200)
  })
  app.openapi(mark, (context) => {
    const asked = context.req.valid('json')
    markForPurge(context.var.simulator.tenant, typeOf(asked.type), asked.ids)
    return context.json({ status: 'marked' as const }, 200)
  })
  app.openapi(run, (context) => {
    const { purged, blocked } = runPurge(context.var.simulator.tenant, typeOf(context.req.valid('json').type))
    return context.json({ purged, blocked: blocked.map(({ id, reasons }) => ({ id, reasons: [...reasons] })) }, 200)
  })
}
