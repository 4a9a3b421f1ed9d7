import { z } from '@hono/zod-openapi'
import { extraFields } from '../models/field-source.ts'
import { doc } from '../models/model.ts'
import { defineAction } from './action.ts'
import { storeReadBack } from './read-back.ts'
import { resolveRow, resolveStage } from './resolve.ts'

/** Moves an application to a stage: the workflow gets another status, if iCIMS lets it. */
export const moveApplicationToStage = defineAction({
  id: 'ats_move_application_to_stage',
  label: 'Move application to stage',
  fields: {
    application_id: doc('the applicantworkflow (WF)'),
    stage_id: doc('applicantworkflow status (WF)', 'Any stage that is known.'),
  },
  body: z.object({
    application_id: z.string().min(1),
    stage_id: z.string().min(1),
    remote_fields: z.unknown().optional(),
  }),
  repeats: 'same key',
  async prepare({ application_id, stage_id }, preparing) {
    return {
      workflowId: await resolveRow(preparing, 'ats_applications', application_id, 'application_id'),
      statusId: await resolveStage(preparing, stage_id),
    }
  },
  subject: ({ workflowId }) => `application ${workflowId}`,
  async run({ workflowId, statusId }, { saga, client, integration, clock }) {
    await saga.step('move', async () => {
      const { warnings } = await client.updateApplicantWorkflow(workflowId, { status: { id: statusId } })
      if (warnings !== null) saga.warn(`iCIMS warns: ${warnings}`)
      return true
    })
    saga.wrote(`Application ${workflowId} was moved to ${statusId}.`)
    const workflow = await client.getApplicantWorkflow(workflowId, extraFields(integration.settings).applicantworkflow)
    if (workflow.status !== undefined && workflow.status.id !== statusId) {
      saga.warn(`iCIMS took the move to ${statusId}, and the application is in ${workflow.status.id} now.`)
    }
    return async (store) => {
      await storeReadBack(store, integration, { workflow }, clock.now().toISOString())
      return {}
    }
  },
})
