import { createRoute, z } from '@hono/zod-openapi'
import { type Application, advanceCandidate, applyToJob } from '../profiles/simulate.ts'
import { type AddRoutes, jsonBody, jsonContent, refusal } from './api.ts'

const id = z.number().int()
const text = z.string().optional()

const apply = createRoute({
  method: 'post',
  path: '/apply',
  summary: 'Let a candidate apply for a job, as on a career portal',
  request: jsonBody(
    z.object({
      job: id.openapi({ description: 'System id of the job.' }),
      person: id.optional().openapi({ description: 'Somebody the tenant knows; a new person unless given.' }),
      candidate: z
        .record(z.string(), z.unknown())
        .optional()
        .openapi({ description: 'Fields of the new person, in the form the API takes.' }),
      source: text.openapi({ description: 'Kind of source, `Corporate Website` unless given.' }),
      sourcename: text.openapi({ description: 'Its name, `Careers Page` unless given.' }),
    }),
  ),
  responses: {
    201: jsonContent(
      'Applied: system ids of the person and of the recruiting workflow, numbers of the events that tell of it.',
      z.object({ person: id, workflow: id, events: z.array(id) }),
    ),
    400: refusal('A field that is bad or missing, or somebody who is on the job already.'),
  },
})

const advance = createRoute({
  method: 'post',
  path: '/advance-candidate',
  summary: "Move a candidate one step on along the tenant's statuses, as the job's recruiter does",
  request: jsonBody(z.object({ workflow: id.openapi({ description: 'System id of the recruiting workflow.' }) })),
  responses: {
    200: jsonContent(
      'Moved: the status the candidate is in now.',
      z.object({ id: z.string(), status: z.string().openapi({ description: 'As the API shows it.' }) }),
    ),
    404: refusal('No such workflow.'),
    409: refusal('No step follows: hired, turned down or withdrawn.'),
  },
})

/** `/apply` and `/advance-candidate`: what only the outside world, or a platform user, can start. */
export const addSimulate: AddRoutes = (app) => {
  app.openapi(apply, (context) => {
    // zod says `undefined` where it means that a key is not there.
    const application = context.req.valid('json') as Application
    const { person, workflow, events } = applyToJob(context.var.simulator.tenant, application)
    return context.json({ person, workflow, events: [...events] }, 201)
  })
  app.openapi(advance, (context) => {
    const status = advanceCandidate(context.var.simulator.tenant, context.req.valid('json').workflow)
    return context.json({ id: status.id, status: `${status.bin} - ${status.name}` }, 200)
  })
}
