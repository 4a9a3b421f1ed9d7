import { z } from '@hono/zod-openapi'
import { applications } from '../api/applications.ts'
import { candidates } from '../api/candidates.ts'
import { decodeText, isObject } from '../icims/decode.ts'
import { toApplication } from '../models/application.ts'
import { toCandidate } from '../models/candidate.ts'
import type { JsonObject } from '../models/record.ts'
import { toUnifiedId } from '../store/id.ts'
import { defineAction } from './action.ts'
import { applicantBody } from './applicant.ts'
import { apply } from './apply.ts'
import { applyingFields } from './applying-fields.ts'
import { prepareApplying } from './prepare-applying.ts'
import { rowOf, storeApplied } from './read-back.ts'

/** Applies to a job: the person is found or made, and a workflow ties it to the job. */
export const createApplication = defineAction({
  id: 'ats_create_application',
  label: 'Create application',
  fields: applyingFields,
  body: applicantBody.extend({ job_id: z.string().min(1), stage_id: z.string().min(1).nullish() }),
  repeats: 'same bytes',
  prepare({ job_id, stage_id, ...body }, preparing) {
    return prepareApplying(body, { jobId: job_id, stageId: stage_id }, preparing)
  },
  subject: ({ person }) => `applicant ${person.email.toLowerCase()}`,
  async run(input, working) {
    const { integration, clock } = working
    const applied = await apply(input, working)
    return async (store) => {
      const at = clock.now().toISOString()
      const scope = { store, integration, loaded: new Map() }
      const { person, workflow } = applied
      await storeApplied(store, integration, applied, at)
      const row = await rowOf(scope, 'ats_applications', toApplication(workflow, integration.settings), at)
      const [application] = await applications.render([row], scope)
      const candidateRecord = toCandidate(person, integration.settings)
      const candidateRow = await rowOf(scope, 'ats_candidates', candidateRecord, at)
      const [candidate] = await candidates.render([candidateRow], scope)
      const { interviews: _, offers: __, ...own } = application!
      const { applications: ___, ...whole } = candidate!
      // A job that was never synced is shown as the workflow shows it.
      const { baseprofile } = workflow.raw
      const name = isObject(baseprofile) ? (decodeText(baseprofile, 'value') ?? null) : null
      const job = own.job ?? { id: toUnifiedId(integration.id, input.jobId), remote_id: input.jobId, name }
      return { ...own, candidate: whole, job } as unknown as JsonObject
    }
  },
})
