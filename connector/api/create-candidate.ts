import { z } from '@hono/zod-openapi'
import type { WriteAction } from '../actions/action.ts'
import { createCandidate as action } from '../actions/create-candidate.ts'
import type { ActionEndpoint } from './action.ts'

/** `POST /ats/candidates` answers the candidate as the list has it, with its applications. */
export const createCandidate: ActionEndpoint = {
  action: action as unknown as WriteAction,
  method: 'post',
  path: '/ats/candidates',
  summary: 'Create a candidate who applies to a job',
  data: z.record(z.string(), z.unknown()),
}
