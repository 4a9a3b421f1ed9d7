import { z } from '@hono/zod-openapi'
import type { WriteAction } from '../actions/action.ts'
import { createApplication as action } from '../actions/create-application.ts'
import type { ActionEndpoint } from './action.ts'

/** `POST /ats/jobs/{job_id}/applications` answers the application with its candidate, its stage and its job. */
export const createApplication: ActionEndpoint = {
  action: action as unknown as WriteAction,
  method: 'post',
  path: '/ats/jobs/{job_id}/applications',
  summary: 'Create an application to a job',
  data: z.record(z.string(), z.unknown()),
}
