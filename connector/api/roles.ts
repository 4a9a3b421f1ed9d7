import { z } from '@hono/zod-openapi'
import { type ListEndpoint, renderRow } from './list.ts'
import { commaList } from './schemas.ts'

const parameters = z.object({ scopes: commaList('SYSTEM, JOB') })

/** `GET /ats/roles`: the two roles a person can have in a job. */
export const roles: ListEndpoint<typeof parameters.shape> = {
  path: '/ats/roles',
  summary: 'Roles',
  model: 'ats_roles',
  parameters,
  unsupported: () => [],
  filter: (query, { scopes }) => (scopes === undefined ? query : query.where('scope', 'in', scopes)),
  nested: [],
  render: async (rows) => rows.map(renderRow),
}
