import { createHmac } from 'node:crypto'

/** The header that carries the signature. */
export const signatureHeader = 'X-Kombo-Signature'

/** HMAC-SHA256 over the raw body, base64url without padding (https://docs.kombo.dev, webhooks). */
export function sign(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64url')
}
