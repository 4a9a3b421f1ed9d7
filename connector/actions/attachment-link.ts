import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a link leads to. */
export type LinkedFile = {
  integrationId: string
  personId: string
  name: string
  /** When it leads there no more, ISO 8601. */
  expires: string
}

/** How long a link leads to its file, in milliseconds: an hour. */
export const linkTime = 3_600_000

/** A text that stands for a file, and that only who has the key can make. */
export function signLink(file: LinkedFile, key: string): string {
  const { integrationId, personId, name, expires } = file
  const text = Buffer.from(JSON.stringify([integrationId, personId, name, expires])).toString('base64url')
  return `${text}.${signatureOf(text, key)}`
}

/** @returns undefined when nobody who has the key made it, or its time is over. */
export function readLink(token: string, key: string, now: Date): LinkedFile | undefined {
  const [text = '', signature = ''] = token.split('.')
  const expected = Buffer.from(signatureOf(text, key))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const [integrationId, personId, name, expires] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  return Date.parse(expires) > now.getTime() ? { integrationId, personId, name, expires } : undefined
}

function signatureOf(text: string, key: string): string {
  return createHmac('sha256', key).update(`attachment\n${text}`).digest('base64url')
}
