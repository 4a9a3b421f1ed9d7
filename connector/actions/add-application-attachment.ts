import { z } from '@hono/zod-openapi'
import { extraFields } from '../models/field-source.ts'
import { doc } from '../models/model.ts'
import { defineAction } from './action.ts'
import { attachmentFields } from './attachment-fields.ts'
import { ActionError } from './errors.ts'
import { attachment, prepareFile } from './file.ts'
import { putCv } from './put-cv.ts'
import { storeReadBack } from './read-back.ts'
import { resolveRow } from './resolve.ts'

/** Puts a CV in the place of the one the candidate of an application may have: iCIMS keeps none with an application. */
export const addApplicationAttachment = defineAction({
  id: 'ats_add_application_attachment',
  label: 'Add attachment to application',
  fields: { application_id: doc('associatedprofile of the applicantworkflow (D25)'), ...attachmentFields },
  body: z.object({ application_id: z.string().min(1), attachment, remote_fields: z.unknown().optional() }),
  repeats: 'same key',
  async prepare({ application_id, attachment }, preparing) {
    return {
      workflowId: await resolveRow(preparing, 'ats_applications', application_id, 'application_id'),
      cv: await prepareFile(attachment, 'attachment', preparing.fetchFile),
    }
  },
  subject: ({ workflowId }) => `application ${workflowId}`,
  async run({ workflowId, cv }, working) {
    const { client, integration, clock, saga } = working
    const more = extraFields(integration.settings)
    const workflow = await client.getApplicantWorkflow(workflowId, more.applicantworkflow)
    const { personId } = workflow
    if (personId === undefined) {
      const message = `iCIMS does not show whose application ${workflowId} is (associatedprofile).`
      throw new ActionError('INTEGRATION.PERMISSION_MISSING', message)
    }
    saga.warn(`iCIMS keeps a CV with the candidate: it was put to candidate ${personId}, for all of its applications.`)
    await putCv(personId, cv, working)
    const person = await client.getPerson(personId, [...more.person, 'resume'])
    return async (store) => {
      await storeReadBack(store, integration, { person, workflow }, clock.now().toISOString())
      return {}
    }
  },
})
