import { Ajv2020 } from 'ajv/dist/2020.js'
import { loadDocument, operations } from '../openapi/document.ts'
import type { AnswerCheck } from './app-options.ts'

/** Checks answers against the OpenAPI document: the status must be documented, and the body must fit its schema. */
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
    const text = await response.text()
    const pointer = contentPointer(document, path, method, status)
    if (pointer === undefined) return text === '' ? [] : [`The document has no body for ${response.status}.`]
    const validate = ajv.getSchema(`icims#${pointer}`) ?? ajv.compile({ $ref: `icims#${pointer}` })
    if (validate(JSON.parse(text))) return []
    return (validate.errors ?? []).map((error) => `${error.instancePath || 'the body'} ${error.message}`)
  }
}

/** JSON pointer of the schema of an answer's JSON body; undefined where it has none. */
function contentPointer(document: unknown, path: string, method: string, status: string): string | undefined {
  let keys = ['paths', path, method.toLowerCase(), 'responses', status]
  const reference = (lookUp(document, keys) as { $ref?: string }).$ref
  if (reference !== undefined) keys = reference.slice(2).split('/')
  const schema = [...keys, 'content', 'application/json', 'schema']
  if (lookUp(document, schema) === undefined) return undefined
  return schema.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function lookUp(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce((inner: unknown, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}
