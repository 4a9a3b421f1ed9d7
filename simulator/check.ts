import { Ajv2020 } from 'ajv/dist/2020.js'
import { loadDocument, operations } from '../openapi/document.ts'
import type { AnswerCheck } from './app-options.ts'

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
    if (validate(JSON.parse(Buffer.from(bytes).toString('utf8')))) return []
    return (validate.errors ?? []).map((error) => `${error.instancePath || 'the body'} ${error.message}`)
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
