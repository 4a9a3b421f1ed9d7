import type { IcimsAuth } from './credentials.ts'

/** What stands where a secret stood. */
export const redacted = '[redacted]'

/** Shorter ones are found in any text. */
const shortest = 6

/**
 * Takes the credentials of a call out of what is told of its answer: a server, or a proxy on the way, may send back what it
 * was sent.
 *
 * @param authorization the header that the call was signed with.
 */
export function createRedact(auth: IcimsAuth, authorization: string): (text: string) => string {
  const secret = auth.type === 'basic' ? auth.password : auth.type === 'hmac' ? auth.key : auth.clientSecret
  const sent = authorization.replace(/^\S+\s+/, '')
  const forms = [authorization, sent, sent.replace(/^.*signature=/, ''), secret].flatMap((text) => [
    text,
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    Buffer.from(text).toString('base64'),
    Buffer.from(text).toString('base64url'),
    // As its bytes read one by one: bodies are searched so.
    Buffer.from(text).toString('latin1'),
  ])
  const searched = [...new Set(forms)].filter(({ length }) => length >= shortest).sort((a, b) => b.length - a.length)
  return (text) => searched.reduce((rest, form) => rest.replaceAll(form, redacted), text)
}
