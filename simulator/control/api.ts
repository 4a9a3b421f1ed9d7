import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Simulator } from '../index.ts'

/** What every control route finds in its context: the tenant it is about, as its own simulator. */
export type ControlEnvironment = { Variables: { simulator: Simulator } }

/** The application the routes are added to. Paths in it are relative: `/reset` is served for each tenant. */
export type ControlApp = OpenAPIHono<ControlEnvironment>

/** Adds the routes of one concern. GET reads, POST acts, DELETE removes; what cannot be done is thrown as RefusedError. */
export type AddRoutes = (app: ControlApp) => void

/** A JSON body in a route's description. None at all counts as an empty object. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const
}

/** A JSON answer in a route's description. */
export function jsonContent<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}

/** The shape of every refusal. */
export function refusal(description: string) {
  return jsonContent(description, z.object({ error: z.string() }).openapi('Refusal'))
}
