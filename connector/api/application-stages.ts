import { z } from '@hono/zod-openapi'
import { type ListEndpoint, renderRow } from './list.ts'

/** `GET /ats/application-stages`: every stage known, used or not. */
export const applicationStages: ListEndpoint<Record<string, never>> = {
  path: '/ats/application-stages',
  summary: 'Application stages',
  model: 'ats_application_stages',
  parameters: z.object({}),
  unsupported: () => [],
  filter: (query) => query,
  nested: [],
  render: async (rows) => rows.map(renderRow),
}
