import { createHash } from 'node:crypto'
import { errorCodes, IcimsError, type Problem, problemText } from './errors.ts'
import type { Answer } from './exchange.ts'
import type { RateLimit } from './quota.ts'

/** What every answer says, whatever it answers. */
export type Envelope = {
  rateLimit: RateLimit
  warnings: readonly Problem[]
  /** Counts the tenant's exchanges: transaction and session ids are made from it, so that runs repeat. */
  serial: number
  /** Whether the client already has a session cookie. */
  hasSession: boolean
}

/** The headers captured on every answer (C1), apart from those that depend on the exchange. */
const captured: readonly (readonly [string, string])[] = [
  ['cache-control', 'no-cache,no-store,no-transform,must-revalidate,max-age=0,s-maxage=0'],
  ['content-language', 'en-US,us'],
  ['content-security-policy', "frame-ancestors 'self'"],
  ['strict-transport-security', 'max-age=7776000'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'SAMEORIGIN'],
]

const json = 'application/json;charset=UTF-8'

/** Makes the response of a handler's answer. */
export function renderAnswer(answer: Answer, envelope: Envelope): Response {
  const headers = envelopeHeaders(envelope)
  if ('location' in answer && answer.location !== undefined) headers.push(['location', answer.location])
  if (answer.status === 200) {
    headers.push(['content-type', json])
    return new Response(JSON.stringify(answer.body), { status: 200, headers })
  }
  if (answer.status === 204) return new Response(null, { status: 204, headers })
  // An empty body under this type, as captured (C1); the documents print application/json.
  headers.push(['content-type', 'application/octet-stream'], ['content-length', '0'])
  return new Response('', { status: 201, headers })
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
  const headers = envelopeHeaders(envelope)
  for (const problem of problems) headers.push(['x-error', problemHeader(problem)])
  for (const [name, value] of Object.entries(extra)) headers.push([name, value])
  headers.push(['content-type', json])
  const errors = problems.map((problem) => ({ errorMessage: problemText(problem), errorCode: problem.code }))
  return new Response(JSON.stringify({ errors }), { status, headers })
}

function envelopeHeaders({ rateLimit, warnings, serial, hasSession }: Envelope): [string, string][] {
  const headers = captured.slice() as [string, string][]
  headers.push(
    ['x-ratelimit-limit', String(rateLimit.limit)],
    ['x-ratelimit-remaining', String(rateLimit.remaining)],
    ['x-ratelimit-reset', String(rateLimit.reset)],
  )
  const digest = createHash('sha256').update(`transaction ${serial}`).digest('hex').toUpperCase()
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(12, 16),
    digest.slice(16, 20),
    digest.slice(20, 32),
  ]
  headers.push(['x-transaction', `{${parts.join('-')}}`])
  if (!hasSession) headers.push(['set-cookie', `JSESSIONID=${digest.slice(32)}; Path=/; Secure; HttpOnly`])
  for (const warning of warnings) headers.push(['x-warning', problemHeader(warning)])
  return headers
}

/** `<code>:<detail>` or `<code>:<field>:<detail>` (D13), without anything a header line cannot hold. */
function problemHeader({ code, field, message }: Problem): string {
  const parts = field === undefined ? [code, message] : [code, field, message]
  return parts.join(':').replaceAll(/[^\x20-\x7e]+/g, '?')
}
