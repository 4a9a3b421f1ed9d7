import { z } from '@hono/zod-openapi'
import { errorResponses } from '../api/schemas.ts'
import type { IcimsAuth } from '../icims/credentials.ts'

const text = z.string().trim().min(1)

const basic = z.strictObject({ type: z.literal('basic'), username: text, password: z.string().min(1) })
const hmac = z.strictObject({ type: z.literal('hmac'), username: text, key: z.string().min(1) })
const oauth = z.strictObject({
  type: z.literal('oauth'),
  token_url: address().default('https://login.icims.com/oauth/token'),
  client_id: text,
  client_secret: z.string().min(1),
  audience: text.optional(),
})

/** What signs in to iCIMS. It is taken and never given out. */
export const authBody = z.discriminatedUnion('type', [basic, hmac, oauth])

export function toAuth(body: z.infer<typeof authBody>): IcimsAuth {
  if (body.type !== 'oauth') return body
  const { token_url: tokenUrl, client_id: clientId, client_secret: clientSecret, audience } = body
  return { type: 'oauth', tokenUrl, clientId, clientSecret, ...(audience !== undefined && { audience }) }
}

/** The address of a server, without a user and a password in it. */
export function address() {
  const isServer = (value: string): boolean => {
    const url = URL.canParse(value) ? new URL(value) : undefined
    return url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  }
  return z.string().refine(isServer, 'it must be an http or https address without a user or a password')
}

export const environment = z.string().optional().openapi({ description: 'Whose keys see it; `local` unless given' })

/** The id in a path. */
export function idParams(description: string) {
  return z.object({ id: z.string().openapi({ description }) })
}

/** What a route answers: the data of a success, or an error. */
export function responses<Data extends z.ZodType>(description: string, data: Data) {
  const schema = z.object({ status: z.literal('success'), data })
  return { 200: { description, content: { 'application/json': { schema } } }, ...errorResponses }
}

/** A JSON body in the document. */
export function jsonBody<Body extends z.ZodType>(schema: Body) {
  return { content: { 'application/json': { schema } }, required: true }
}

/** The envelope of every success. */
export function success<Data>(data: Data) {
  return { status: 'success' as const, data }
}
