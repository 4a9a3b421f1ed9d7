import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { RawCallError } from '../icims/call-raw.ts'
import { PathError } from '../icims/customer-url.ts'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
import { toAnswerData } from './passthrough-answer.ts'
import { toOutgoingBody } from './passthrough-body.ts'
import { readJson } from './read-json.ts'
import { errorResponses, integrationHeaders } from './schemas.ts'

const file = z.strictObject({
  name: z.string().min(1),
  content_type: z.string().optional(),
  data: z.string().optional(),
  data_url: z.string().optional(),
})

/** A call to iCIMS as the client wrote it. */
export const passthroughBody = z.strictObject({
  method: z.enum(['GET', 'POST', 'DELETE', 'PUT', 'PATCH']),
  path: z
    .string()
    .max(8_192)
    .openapi({ description: 'What stands after `/customers/{customerId}`', example: '/people/1' }),
  headers: z.record(z.string(), z.string()).default({}),
  params: z.record(z.string(), z.string()).default({}).openapi({ description: 'Added to the query' }),
  data: z.unknown().optional().openapi({ description: 'An object or a list is sent as JSON, a text as it is' }),
  response_as_base64: z.boolean().default(false),
  multipart_form_data: z.array(z.strictObject({ name: z.string(), value: z.union([z.string(), file]) })).optional(),
  api_options: z.record(z.string(), z.string()).default({}),
})

const data = z.object({
  url: z.string(),
  status: z.number().int(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  data: z.unknown().optional(),
})

const route = createRoute({
  method: 'post',
  path: '/passthrough/{tool}/{api}',
  summary: 'Call the iCIMS API itself, with the credentials of the integration',
  request: {
    headers: integrationHeaders,
    params: z.object({ tool: z.enum(['icims']), api: z.enum(['default']) }),
    body: { content: { 'application/json': { schema: passthroughBody } } },
  },
  responses: {
    200: {
      description: 'What iCIMS answered, whatever its status',
      content: {
        'application/json': {
          schema: z.object({
            status: z.literal('success'),
            data,
            warnings: z.array(z.object({ message: z.string() })),
          }),
        },
      },
    },
    ...errorResponses,
  },
})

/** Headers that sign in, or that belong to the connection. */
const ours =
  /^(authorization|cookie2?|host|x-icims-(date|content-sha256)|proxy-.*|connection|keep-alive|content-length|transfer-encoding|te|trailer|upgrade|expect)$/i

/** `POST /passthrough/icims/default`: one call of the client's own, within the customer's part of the iCIMS API. */
export function addPassthrough(app: OpenAPIHono<ApiEnvironment>): void {
  app.openAPIRegistry.registerPath(route)
  // Not `app.openapi`, which leaves a body of another type unread.
  app.post('/passthrough/:tool/:api', async (context) => {
    const { tool, api } = context.req.param()
    if (tool !== 'icims' || api !== 'default') {
      throw new ApiError('PLATFORM.INPUT_INVALID', `There is no API ${tool}/${api}. There is icims/default.`)
    }
    const asked = await readJson(context.req.raw, passthroughBody)
    checkHeaders(asked.headers)
    const integration = await context.var.integration()
    // This route may send codes of the platform only.
    if (!integration.enabled)
      throw new ApiError('PLATFORM.INPUT_INVALID', 'The integration is paused. Enable it first.')
    const { method, path, params } = asked
    const body = await toOutgoingBody(asked, context.var.fetchFile)
    const call = {
      method,
      path,
      params,
      ...body,
      headers: { ...withoutType(asked.headers, body.headers), ...body.headers },
    }
    const answer = await context.var.passthrough(integration, call).catch(refuse)
    const { url, status, headers } = answer
    const read = toAnswerData(answer, asked.response_as_base64)
    const warnings = [
      ...read.warnings,
      ...Object.keys(asked.api_options).map(
        (name) => `api_options.${name} means nothing to iCIMS and was passed over.`,
      ),
    ].map((message) => ({ message }))
    const data = { url, status, headers, ...(read.data !== undefined && { data: read.data }) }
    return context.json({ status: 'success' as const, data, warnings }, 200)
  })
}

/** @throws ApiError when one signs in, belongs to the connection, or is none. */
function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (ours.test(name)) {
      throw new ApiError('PLATFORM.INPUT_INVALID', `headers.${name}: it is set by the connector and cannot be given.`)
    }
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t\u0020-\u007e\u0080-\u00ff]/.test(value)) {
      throw new ApiError(
        'PLATFORM.INPUT_INVALID',
        `headers: ${JSON.stringify(name)} is no header, or its value is none.`,
      )
    }
  }
}

/** Names of headers have no case: one that the body brings takes the place of the same one. */
function withoutType(headers: Readonly<Record<string, string>>, brought: object): Record<string, string> {
  const isBrought = (name: string): boolean => Object.keys(brought).includes(name.toLowerCase())
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isBrought(name)))
}

function refuse(error: unknown): never {
  if (error instanceof PathError) throw new ApiError('PLATFORM.INPUT_INVALID', `path: ${error.message}`)
  if (!(error instanceof RawCallError)) throw error
  throw new ApiError(error.reason === 'timeout' ? 'PLATFORM.TASK_TIMED_OUT' : null, error.message)
}
