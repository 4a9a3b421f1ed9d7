import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Attachments } from '../actions/get-candidate-attachments.ts'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
import { errorResponses } from './schemas.ts'

const route = createRoute({
  method: 'get',
  path: '/attachments/{token}',
  summary: 'A file, by the link that an attachment has; no key is needed',
  security: [],
  request: { params: z.object({ token: z.string() }) },
  responses: { 200: { description: 'The file', content: { '*/*': { schema: z.any() } } }, ...errorResponses },
})

/** `GET /attachments/{token}` streams the file from iCIMS. It has to be added before what asks for a key. */
export function addAttachment(app: OpenAPIHono<ApiEnvironment>, attachments: Attachments): void {
  app.openAPIRegistry.registerPath(route)
  app.get('/attachments/:token', async (context) => {
    const opened = await attachments.open(context.req.param('token'))
    if (opened === undefined) {
      throw new ApiError(
        'PLATFORM.AUTHENTICATION_INVALID',
        'The link is not valid, or its time is over. Ask for the attachments again.',
      )
    }
    const { file, stream } = opened
    return new Response(stream.body, {
      headers: {
        'content-type': stream.contentType,
        ...(stream.contentLength !== null && { 'content-length': stream.contentLength }),
        'content-disposition': dispositionOf(file.name),
        'cache-control': 'private, no-store',
        // What others wrote is shown by nobody as a page of ours.
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
      },
    })
  })
}

/** The name in ASCII for who reads no other, and whole (RFC 6266). */
function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
