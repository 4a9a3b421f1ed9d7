import { z } from '@hono/zod-openapi'
import type { WriteAction } from '../actions/action.ts'
import { moveApplicationToStage as action } from '../actions/move-application-to-stage.ts'
import type { ActionEndpoint } from './action.ts'

/** `PUT /ats/applications/{application_id}/stage` answers nothing but warnings. */
export const moveApplicationToStage: ActionEndpoint = {
  action: action as unknown as WriteAction,
  method: 'put',
  path: '/ats/applications/{application_id}/stage',
  summary: 'Move an application to a stage',
  data: z.object({}),
}
