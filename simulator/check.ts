import { Ajv2020 } from 'ajv/dist/2020.js'
import { loadDocument, operations } from '../openapi/document.ts'
import type { AnswerCheck, AppOptions, Unfit } from './app-options.ts'

/** What a simulator that looks at its own answers is made with. */
export function createChecking(options: {
  strict?: boolean
  onUnfit?: (message: string) => void
}): Pick<AppOptions, 'check' | 'onUnfit' | 'isStrict'> {
  const { strict = false, onUnfit } = options
  return { check: createAnswerCheck(), isStrict: strict, ...(onUnfit && { onUnfit: tellKinds(onUnfit) }) }
}

/** Checks answers against the OpenAPI document: status and type must be documented, and a body in JSON must fit its schema. */
export function createAnswerCheck(): AnswerCheck {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const loaded = loadDocument().then((document) => {
    ajv.addSchema(document, 'icims')
    return document
  })
  return async (operationId, response) => {
    const document = await loaded
    const { path, method } = operations.find((operation) => operation.operationId === operationId)!
    const responses = lookUp(document, ['paths', path, method.toLowerCase(), 'responses']) as Record<string, unknown>
    const status = [String(response.status), `${String(response.status)[0]}XX`].find((key) => key in responses)
    if (status === undefined) return [`The status ${response.status} is not in the document.`]
    const keys = contentKeys(document, path, method, status)
    const types = Object.keys((lookUp(document, keys) as object | undefined) ?? {})
    const type = (response.headers.get('content-type') ?? '').split(';')[0]!
    const bytes = await response.arrayBuffer()
    if (types.length === 0) return bytes.byteLength === 0 ? [] : [`The document has no body for ${response.status}.`]
    const documented = [type, '*/*'].find((candidate) => types.includes(candidate))
    if (documented === undefined) return [`The document has no ${type} for ${response.status}.`]
    if (documented !== 'application/json') return []
    const pointer = [...keys, documented, 'schema']
      .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join('')
    const validate = ajv.getSchema(`icims#${pointer}`) ?? ajv.compile({ $ref: `icims#${pointer}` })
    const body = parse(bytes)
    if (body === undefined) return ['The body is no JSON.']
    if (validate(body)) return []
    return (validate.errors ?? []).map((error) => `${error.instancePath || 'the body'} ${error.message}`)
  }
}

/**
 * Tells of every kind of misfit once, in one line: with each call of a suite that shows it, it would hide the others.
 *
 * @param tell takes the line.
 */
function tellKinds(tell: (message: string) => void): (unfit: Unfit) => void {
  const told = new Set<string>()
  return ({ operationId, status, reason }) => {
    // One row of a list is as wrong as the next.
    const kind = `${operationId} ${status} ${reason.replaceAll(/\/\d+(?=\/| )/g, '/*')}`
    if (told.has(kind)) return
    told.add(kind)
    const { method, path } = operations.find((operation) => operation.operationId === operationId)!
    tell(`${method} ${path} (${operationId}) answered ${status}, which does not fit the document: ${reason}`)
  }
}

function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/** Where in the document the bodies of an answer stand, by their type. */
function contentKeys(document: unknown, path: string, method: string, status: string): string[] {
  let keys = ['paths', path, method.toLowerCase(), 'responses', status]
  const reference = (lookUp(document, keys) as { $ref?: string }).$ref
  if (reference !== undefined) keys = reference.slice(2).split('/')
  return [...keys, 'content']
}

function lookUp(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce((inner: unknown, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}
