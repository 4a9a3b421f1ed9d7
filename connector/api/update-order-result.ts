import { z } from '@hono/zod-openapi'
import type { WriteAction } from '../actions/action.ts'
import { updateOrderResult as action } from '../assessment/update-order-result.ts'
import type { ActionEndpoint } from './action.ts'

/** `PUT /assessment/orders/{assessment_order_id}/result` answers nothing but warnings. */
export const updateOrderResult: ActionEndpoint = {
  action: action as unknown as WriteAction,
  method: 'put',
  path: '/assessment/orders/{assessment_order_id}/result',
  summary: 'Say what became of an assessment',
  data: z.object({}),
}
