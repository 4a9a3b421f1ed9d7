import { z } from '@hono/zod-openapi'
import type { WriteAction } from '../actions/action.ts'
import { addCandidateAttachment as action } from '../actions/add-candidate-attachment.ts'
import type { ActionEndpoint } from './action.ts'

/** `POST /ats/candidates/{candidate_id}/attachments` answers nothing but warnings. */
export const addCandidateAttachment: ActionEndpoint = {
  action: action as unknown as WriteAction,
  method: 'post',
  path: '/ats/candidates/{candidate_id}/attachments',
  summary: 'Add a CV to a candidate',
  data: z.object({}),
}
