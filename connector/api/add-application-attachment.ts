import { z } from '@hono/zod-openapi'
import type { WriteAction } from '../actions/action.ts'
import { addApplicationAttachment as action } from '../actions/add-application-attachment.ts'
import type { ActionEndpoint } from './action.ts'

/** `POST /ats/applications/{application_id}/attachments` answers nothing but warnings. */
export const addApplicationAttachment: ActionEndpoint = {
  action: action as unknown as WriteAction,
  method: 'post',
  path: '/ats/applications/{application_id}/attachments',
  summary: 'Add a CV to the candidate of an application',
  data: z.object({}),
}
