import { type ExtraHeaders, errorCodes, IcimsError, type Problem, problemText } from './errors.ts'
import type { Answer } from './exchange.ts'
import type { RateLimit } from './quota.ts'

/** What every answer says, whatever it answers. */
export type Envelope = {
  rateLimit: RateLimit
  /** The tenant's time, in milliseconds since 1970 UTC: what `Date` tells. */
  now: number
  warnings: readonly Problem[]
  /** The number the exchange got on its arrival: transaction and session ids are made from it, so that runs repeat. */
  serial: number
  /** Whether the client already has a session cookie. */
  hasSession: boolean
}

/** The headers captured on every answer (C1), apart from those that depend on the exchange. */
const captured = {
  'cache-control': 'no-cache,no-store,no-transform,must-revalidate,max-age=0,s-maxage=0',
  'content-language': 'en-US,us',
  'content-security-policy': "frame-ancestors 'self'",
  'strict-transport-security': 'max-age=7776000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
}

const json = 'application/json;charset=UTF-8'

/**
 * Bounds of the problem headers, inferred: no source tells any, but a client stops reading headers at 8 to 16 KB. The body
 * names every problem in full.
 */
const longestHeader = 200
const mostHeaders = 20

/** Makes the response of a handler's answer. */
export function renderAnswer(answer: Answer, envelope: Envelope): Response {
  const headers = envelopeHeaders(envelope)
  if ('location' in answer && answer.location !== undefined) headers.location = answer.location
  if ('bytes' in answer) {
    headers['content-length'] = String(answer.bytes.length)
    return respond(200, answer.bytes, { ...headers, ...answer.headers }, envelope.warnings)
  }
  if (answer.status === 200) {
    headers['content-type'] = json
    Object.assign(headers, answer.headers)
    return respond(200, JSON.stringify(answer.body), headers, envelope.warnings)
  }
  if (answer.status === 204) return respond(204, null, headers, envelope.warnings)
  // An empty body under this type, as captured (C1); the documents print application/json.
  headers['content-type'] = 'application/octet-stream'
  headers['content-length'] = '0'
  return respond(201, '', headers, envelope.warnings)
}

/** Makes the response of whatever was thrown: iCIMS's error body and one `X-Error` header per problem (D13). */
export function renderError(error: unknown, envelope: Envelope): Response {
  const {
    status,
    problems,
    headers: extra,
  } = error instanceof IcimsError
    ? error
    : new IcimsError(500, [{ code: errorCodes.internal, message: 'An internal error occurred.' }])
  const headers = { ...envelopeHeaders(envelope), 'content-type': json }
  const errors = problems.map((problem) => ({ errorMessage: problemText(problem), errorCode: problem.code }))
  return respond(status, JSON.stringify({ errors }), headers, envelope.warnings, problems, extra)
}

function envelopeHeaders({ rateLimit, now, serial, hasSession }: Envelope): Record<string, string> {
  const number = serial.toString(16).toUpperCase()
  const headers: Record<string, string> = {
    ...captured,
    date: new Date(now).toUTCString(),
    'x-ratelimit-limit': String(rateLimit.limit),
    'x-ratelimit-remaining': String(rateLimit.remaining),
    'x-ratelimit-reset': String(rateLimit.reset),
    'x-transaction': `{00000000-0000-0000-0000-${number.padStart(12, '0')}}`,
  }
  if (!hasSession) headers['set-cookie'] = `JSESSIONID=${number.padStart(32, '0')}; Path=/; Secure; HttpOnly`
  return headers
}

/** A plain object of headers goes to the socket as it is; only repeated headers need the slower `Headers`. */
function respond(
  status: number,
  body: string | Uint8Array | null,
  headers: Record<string, string>,
  warnings: readonly Problem[],
  errors: readonly Problem[] = [],
  extra: ExtraHeaders = {},
): Response {
  if (warnings.length === 0 && errors.length === 0) return new Response(body, { status, headers })
  const repeated = new Headers(headers)
  for (const line of problemHeaders(warnings)) repeated.append('x-warning', line)
  for (const line of problemHeaders(errors)) repeated.append('x-error', line)
  for (const [name, values] of Object.entries(extra)) {
    for (const value of [values].flat()) repeated.append(name, value)
  }
  return new Response(body, { status, headers: repeated })
}

/** One line per problem, and at the end one that says how many there was no room for. */
function problemHeaders(problems: readonly Problem[]): string[] {
  const lines = problems.slice(0, mostHeaders).map(problemHeader)
  const left = problems.slice(mostHeaders)
  if (left.length > 0) lines.push(`${left[0]!.code}:${left.length} more`)
  return lines
}

/** `<code>:<detail>` or `<code>:<field>:<detail>` (D13), without anything a header line cannot hold. */
function problemHeader({ code, field, message }: Problem): string {
  const parts = field === undefined ? [code, message] : [code, field, message]
  const text = parts.join(':')
  const line = text.slice(0, longestHeader).replaceAll(/[^\x20-\x7e]+/g, '?')
  return text.length > longestHeader ? `${line.slice(0, longestHeader - 3)}...` : line
}
