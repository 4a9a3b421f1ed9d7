import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { renderOrder } from '../assessment/order.ts'
import { listOrders, type OrderFilter, orderStatuses } from '../store/assessment-orders.ts'
import type { ApiEnvironment } from './app.ts'
import { readCursor, toCursor } from './cursor.ts'
import { page } from './list.ts'
import { commaList, errorResponses, instant, integrationHeaders } from './schemas.ts'

const paging = z.object({
  cursor: z.string().optional().openapi({ description: '`next` of the page before' }),
  page_size: z.coerce.number().int().min(1).max(250).default(100),
})

const filters = paging.extend({
  ids: commaList('Ids of the orders'),
  statuses: commaList('Statuses')
    .pipe(z.array(z.enum(orderStatuses)).optional())
    .openapi({ type: 'string', description: 'Statuses, joined by commas' }),
  created_after: instant('Ordered after it'),
})

/** Two paths: all orders by filters, and the open ones alone, which is the older way. */
const endpoints = [
  { path: '/assessment/orders', summary: 'Assessments that iCIMS ordered', query: filters, statuses: undefined },
  { path: '/assessment/orders/open', summary: 'Those that are open', query: paging, statuses: ['OPEN'] },
] as const

/** Adds the lists of orders. */
export function addAssessmentOrders(app: OpenAPIHono<ApiEnvironment>): void {
  for (const { path, summary, query, statuses } of endpoints) {
    const route = createRoute({
      method: 'get',
      path,
      summary,
      ...(statuses !== undefined && { deprecated: true }),
      request: { headers: integrationHeaders, query },
      responses: {
        200: { description: 'One page', content: { 'application/json': { schema: page } } },
        ...errorResponses,
      },
    })
    app.openapi(route, async (context) => {
      const { id } = await context.var.integration()
      const asked = context.req.valid('query') as unknown as z.output<typeof filters>
      const { cursor, page_size: size } = asked
      const filter: OrderFilter = {
        limit: size + 1,
        ...(cursor !== undefined && { afterId: readCursor(cursor) }),
        ...(asked.ids !== undefined && { ids: asked.ids }),
        ...(asked.created_after !== undefined && { createdAfter: asked.created_after }),
        ...(asked.statuses !== undefined && { statuses: asked.statuses }),
        ...(statuses !== undefined && { statuses }),
      }
      const orders = await listOrders(context.var.store, id, filter)
      const kept = orders.slice(0, size)
      const next = orders.length > kept.length ? toCursor(kept.at(-1)!.id) : null
      return context.json(
        {
          status: 'success' as const,
          data: { next, results: kept.map((one): Record<string, unknown> => renderOrder(one)) },
        },
        200,
      )
    })
  }
}
