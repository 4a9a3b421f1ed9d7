import { z } from '@hono/zod-openapi'
import { extraFields } from '../models/field-source.ts'
import { doc } from '../models/model.ts'
import { defineAction } from './action.ts'
import { attachmentFields } from './attachment-fields.ts'
import { attachment, prepareFile } from './file.ts'
import { putCv } from './put-cv.ts'
import { storeReadBack } from './read-back.ts'
import { resolveRow } from './resolve.ts'

/** Puts a CV in the place of the one a candidate may have: iCIMS keeps one. */
export const addCandidateAttachment = defineAction({
  id: 'ats_add_candidate_attachment',
  label: 'Add attachment to candidate',
  fields: { candidate_id: doc('the person (D8)'), ...attachmentFields },
  body: z.object({ candidate_id: z.string().min(1), attachment, remote_fields: z.unknown().optional() }),
  repeats: 'same key',
  async prepare({ candidate_id, attachment }, preparing) {
    return {
      personId: await resolveRow(preparing, 'ats_candidates', candidate_id, 'candidate_id'),
      cv: await prepareFile(attachment, 'attachment', preparing.fetchFile),
    }
  },
  subject: ({ personId }) => `person ${personId}`,
  async run({ personId, cv }, working) {
    const { client, integration, clock } = working
    await putCv(personId, cv, working)
    const person = await client.getPerson(personId, [...extraFields(integration.settings).person, 'resume'])
    return async (store) => {
      await storeReadBack(store, integration, { person }, clock.now().toISOString())
      return {}
    }
  },
})
