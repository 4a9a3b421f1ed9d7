import { z } from '@hono/zod-openapi'
import { eventTypes } from './subscription.ts'

const text = z.string().min(1)
const printable = z.string().regex(/^[\x21-\x7e]+$/, 'it stands in a header: printable ASCII without blanks')

const address = z.string().refine(isAddress, 'an address is http:// or https://, without a user or a fragment')

const auth = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('basic'), username: text.regex(/^[^:]+$/, 'no colon'), password: text }),
  z.strictObject({
    type: z.literal('hmac'),
    user: printable.regex(/^[^,;=]+$/, 'no comma, semicolon or ='),
    key: text,
  }),
  z.strictObject({ type: z.literal('oauth'), tokenUrl: address, clientId: text, clientSecret: text }),
])

/** One subscription as JSON. */
export const eventSubscription = z.strictObject({
  eventType: z.enum(eventTypes),
  url: address,
  statuses: z.array(text).min(1).optional(),
  auth: auth.default({ type: 'none' }),
  gzip: z.boolean().optional(),
  timeout: z.int().min(1).max(600_000).optional(),
  statusIds: z.enum(['bare', 'prefixed']).optional(),
  everyJob: z.boolean().optional(),
})

function isAddress(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === ''
}
