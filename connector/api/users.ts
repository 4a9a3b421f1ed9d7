import { z } from '@hono/zod-openapi'
import { foldedKey } from '../store/tables.ts'
import { type ListEndpoint, renderRow } from './list.ts'
import { commaList } from './schemas.ts'

const parameters = z.object({ emails: commaList('Addresses, whatever their case') })

/** `GET /ats/users`: people who sign in, and people whom a job names. */
export const users: ListEndpoint<typeof parameters.shape> = {
  path: '/ats/users',
  summary: 'Users',
  model: 'ats_users',
  parameters,
  unsupported: () => [],
  filter: (query, { emails }) =>
    emails === undefined ? query : query.where('email_folded', 'in', emails.map(foldedKey)),
  nested: [],
  render: async (rows) => rows.map(renderRow),
}
