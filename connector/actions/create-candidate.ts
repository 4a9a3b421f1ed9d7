import { z } from '@hono/zod-openapi'
import { candidates } from '../api/candidates.ts'
import { toCandidate } from '../models/candidate.ts'
import type { JsonObject } from '../models/record.ts'
import { defineAction } from './action.ts'
import { applicantBody } from './applicant.ts'
import { apply } from './apply.ts'
import { applyingFields } from './applying-fields.ts'
import { prepareApplying } from './prepare-applying.ts'
import { rowOf, storeApplied } from './read-back.ts'

/** Makes a candidate with an application: iCIMS has the person, and a workflow that ties it to the job. */
export const createCandidate = defineAction({
  id: 'ats_create_candidate',
  label: 'Create candidate',
  fields: applyingFields,
  body: applicantBody.extend({
    application: z.object({ job_id: z.string().min(1), stage_id: z.string().min(1).nullish() }),
  }),
  repeats: 'same bytes',
  prepare({ application, ...body }, preparing) {
    return prepareApplying(body, { jobId: application.job_id, stageId: application.stage_id }, preparing)
  },
  subject: ({ person }) => `applicant ${person.email.toLowerCase()}`,
  async run(input, working) {
    const { integration, clock } = working
    const applied = await apply(input, working)
    return async (store) => {
      const at = clock.now().toISOString()
      const scope = { store, integration }
      await storeApplied(store, integration, applied, at)
      const record = toCandidate(applied.person, integration.settings)
      const row = await rowOf(scope, 'ats_candidates', record, at)
      const [candidate] = await candidates.render([row], scope)
      return candidate as JsonObject
    }
  },
})
