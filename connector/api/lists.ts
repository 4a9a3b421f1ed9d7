import type { OpenAPIHono, z } from '@hono/zod-openapi'
import type { ApiEnvironment, ApiScope } from './app.ts'
import { applicationStages } from './application-stages.ts'
import { applications } from './applications.ts'
import { candidates } from './candidates.ts'
import { jobs } from './jobs.ts'
import { addList, type ListEndpoint, readRows } from './list.ts'
import { roles } from './roles.ts'
import { users } from './users.ts'

/** A list of the unified API, whatever its parameters are. */
export type List = {
  path: string
  add(app: OpenAPIHono<ApiEnvironment>): void
  /** Every row, as the pages would have them. */
  rows(scope: ApiScope, options: { includeDeleted: boolean }): AsyncIterable<Record<string, unknown>>
}

/** Every list that has rows. */
export const lists: readonly List[] = [
  toList(jobs),
  toList(candidates),
  toList(applications),
  toList(applicationStages),
  toList(users),
  toList(roles),
]

function toList<Shape extends z.ZodRawShape>(endpoint: ListEndpoint<Shape>): List {
  return {
    path: endpoint.path,
    add: (app) => addList(app, endpoint),
    rows: (scope, options) => readRows(endpoint, scope, options),
  }
}
