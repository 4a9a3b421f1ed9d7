import { operations } from '../../openapi/document.ts'

/** One request of `openapi/icims.http`, with the operation it is named after. */
export type Replayed = {
  operationId: string
  /** Whether the seeded tenant has what it asks for. */
  isThere: boolean
  parameters: { name: string; in: 'path' | 'query' | 'header'; value: string }[]
  body?: { contentType: string; payload: unknown }
}

/** The requests of the collection as values of the parameters of their operations. */
export function readCollection(text: string, customerId: number): Replayed[] {
  return text
    .split('\n### ')
    .slice(1)
    .map((part) => {
      const [head = '', body = ''] = part.split(/\n\n([\s\S]*)/)
      const lines = head.split('\n')
      const operationId = lines.find((line) => line.startsWith('# @name '))!.slice(8)
      const { path, method } = operations.find((one) => one.operationId === operationId)!
      const target = lines.find((line) => line.startsWith(`${method} {{`))!.replace(/^\w+ \{\{\w+\}\}/, '')
      const [address = '', query = ''] = target.replace('{{customerId}}', String(customerId)).split('?')
      const words = address.split('/').map(decodeURIComponent)
      const inPath = path.split('/').flatMap((word, i) => {
        const name = /^\{(\w+)\}$/.exec(word)?.[1]
        return name === undefined ? [] : [{ name, in: 'path' as const, value: words[i]! }]
      })
      const inQuery = [...new URLSearchParams(query)].map(([name, value]) => ({ name, in: 'query' as const, value }))
      const headers = lines.filter((line) => /^Content-Disposition: /.test(line))
      const contentType = lines.find((line) => line.startsWith('Content-Type: '))?.slice(14)
      const sent = body.trim()
      return {
        operationId,
        isThere: !lines.some((line) => line.startsWith('# The seeded tenant has none')),
        parameters: [
          ...inPath,
          ...inQuery,
          ...headers.map((line) => ({ name: 'Content-Disposition', in: 'header' as const, value: line.slice(21) })),
        ],
        ...(contentType !== undefined && {
          body: { contentType, payload: payloadOf(contentType, sent) },
        }),
      }
    })
}

/** The tool sends nothing for an empty object; a page number says as little. */
function payloadOf(contentType: string, sent: string): unknown {
  if (!/json/.test(contentType)) return sent
  return sent === '{}' ? { page: 0 } : JSON.parse(sent)
}

/** The requests as an Arazzo description, a workflow of one step each, signed in by this header. */
export function toArazzo(requests: readonly Replayed[], authorization: string, document: string): object {
  return {
    arazzo: '1.0.1',
    info: { title: 'Every operation of the document, once', version: '1.0.0' },
    sourceDescriptions: [{ name: 'icims', type: 'openapi', url: document }],
    workflows: requests.map(({ operationId, isThere, parameters, body }) => ({
      workflowId: operationId,
      steps: [
        {
          stepId: 'call',
          operationId: `$sourceDescriptions.icims.${operationId}`,
          parameters: [...parameters, { name: 'Authorization', in: 'header', value: authorization }],
          ...(body !== undefined && { requestBody: body }),
          successCriteria: [{ condition: expected(operationId, isThere) }],
        },
      ],
    })),
  }
}

/** What the seeded tenant refuses whatever it has: a résumé is never deleted (D8), a workflow by a switch alone (M1). */
const refused = new Set(['deletePersonBinary', 'deleteApplicantWorkflow'])

function expected(operationId: string, isThere: boolean): string {
  if (refused.has(operationId)) return '$statusCode == 403'
  return isThere ? '$statusCode < 300' : '$statusCode == 404 || $statusCode == 400'
}

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape is walked
type Json = any

/**
 * The document in the form that the tool reads: it knows no range of statuses, no schema that holds itself, and no schema of
 * bytes.
 */
export function prepareDocument(document: Json): Json {
  const copy = structuredClone(document)
  for (const item of Object.values<Json>(copy.paths)) {
    for (const { responses } of Object.values<Json>(item).filter((one) => one?.responses)) {
      for (const code of ['400', '401', '403', '404', '405', '413', '415', '429']) responses[code] ??= responses['4XX']
      delete responses['4XX']
    }
  }
  return walk(copy, [])

  function walk(value: Json, within: readonly string[]): Json {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((one) => walk(one, within))
    if (value.format === 'binary') return {}
    if (typeof value.$ref === 'string' && within.includes(value.$ref)) return {}
    const entries = Object.entries<Json>(value).map(([key, inner]) => [key, walk(inner, ownPath(key, value, within))])
    return Object.fromEntries(entries)
  }

  function ownPath(key: string, holder: Json, within: readonly string[]): readonly string[] {
    return holder === copy.components?.schemas ? [...within, `#/components/schemas/${key}`] : within
  }
}
