import type { AnswerCheck } from '../app-options.ts'
import type { Route } from '../routes.ts'
import { mergeShapes, type Shape, shapeOf } from './shape.ts'
import type { RecordedExchange } from './shapes-file.ts'

/** Headers that come from the way an answer travels or from this one call, not from the kind of answer. */
const ofTransport = new Set([
  'set-cookie',
  'x-warning',
  'connection',
  'date',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
])

/** A request and its answer, read to their ends. */
export type Observed = {
  route: Route
  query: URLSearchParams
  requestBody: string
  response: Response
  responseBytes: Uint8Array
}

/** What is kept of an exchange: no value of it. */
export async function describeExchange(observed: Observed, check: AnswerCheck): Promise<RecordedExchange> {
  const { route, query, requestBody, response, responseBytes } = observed
  const { operationId } = route.operation
  const sent = parse(query.get('searchJson') ?? requestBody)
  const answered = parse(Buffer.from(responseBytes).toString('utf8'))
  const contentType = response.headers.get('content-type') ?? ''
  const isJson = /json/i.test(contentType)
  const { status, headers } = response
  const copy = new Response(status === 204 ? null : (responseBytes as Uint8Array<ArrayBuffer>), { status, headers })
  return {
    operation: operationId,
    query: [...new Set(query.keys())].sort(),
    fields: (query.get('fields') ?? '').split(',').filter(Boolean).sort(),
    filters: operationId.startsWith('search') ? filtersIn(sent) : [],
    ...(requestBody !== '' && !operationId.startsWith('search') && sent !== undefined && { body: shapeOf(sent) }),
    status,
    headers: [...headers.keys()].filter((name) => !ofTransport.has(name)).sort(),
    contentType: contentType.toLowerCase(),
    ...(isJson && answered !== undefined && { answer: shapeOf(answered) }),
    unfit: await check(operationId, copy).catch((error: unknown) => [`It cannot be read: ${(error as Error).message}`]),
    seen: 1,
  }
}

/** Adds an exchange to those known: one of the same kind grows, it is not kept twice. */
export function addExchange(known: Map<string, RecordedExchange>, exchange: RecordedExchange): void {
  const { operation, query, fields, filters, body, status } = exchange
  const key = JSON.stringify([operation, query, fields, filters, body, status])
  const before = known.get(key)
  if (before === undefined) {
    known.set(key, exchange)
    return
  }
  const answer: Shape | undefined =
    before.answer && exchange.answer ? mergeShapes(before.answer, exchange.answer) : (before.answer ?? exchange.answer)
  known.set(key, {
    ...before,
    headers: [...new Set([...before.headers, ...exchange.headers])].sort(),
    ...(answer !== undefined && { answer }),
    unfit: [...new Set([...before.unfit, ...exchange.unfit])],
    seen: before.seen + 1,
  })
}

function filtersIn(search: unknown): RecordedExchange['filters'] {
  if (typeof search !== 'object' || search === null) return []
  const { filters, children } = search as { filters?: unknown; children?: unknown }
  const own = Array.isArray(filters)
    ? filters.map((filter: { name?: unknown; operator?: unknown }) => ({
        name: String(filter?.name ?? ''),
        operator: String(filter?.operator ?? '='),
      }))
    : []
  return [...own, ...(Array.isArray(children) ? children.flatMap(filtersIn) : [])]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
