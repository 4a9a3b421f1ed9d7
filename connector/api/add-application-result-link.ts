import { z } from '@hono/zod-openapi'
import type { WriteAction } from '../actions/action.ts'
import { addApplicationResultLink as action } from '../actions/add-application-result-link.ts'
import type { ActionEndpoint } from './action.ts'

/** `POST /ats/applications/{application_id}/result-links` answers nothing but warnings. */
export const addApplicationResultLink: ActionEndpoint = {
  action: action as unknown as WriteAction,
  method: 'post',
  path: '/ats/applications/{application_id}/result-links',
  summary: 'Add a link to a result to an application, or update it',
  data: z.object({}),
}
