import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { closest } from 'fastest-levenshtein'

/** An operation of the API's document, as far as its answers go. */
export type DescribedOperation = {
  method: string
  template: string
  /** Matches the paths of its template. */
  path: RegExp
  /** By status: a check of the body. */
  answers: ReadonlyMap<string, ValidateFunction>
  /** Statuses that come with a file, whatever its type. */
  files: readonly string[]
}

/** The OpenAPI document of the unified API. */
export type ApiDocument = { paths: Record<string, Record<string, Responses>>; components?: object }
type Content = Record<string, { schema: object }>
type Responses = { responses: Record<string, { content?: Content }> }

/** Every operation of the document. */
export function readOperations({ paths, components = {} }: ApiDocument): DescribedOperation[] {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false })
  ajv.addSchema({ $id: 'https://unified.example/api', components })
  const absolute = (schema: object): object =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"https://unified.example/api#/components/'))
  return Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({
      method: method.toUpperCase(),
      template,
      path: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      files: Object.entries(responses).flatMap(([status, { content }]) =>
        content?.['*/*'] === undefined ? [] : status,
      ),
      answers: new Map(
        Object.entries(responses).flatMap(([status, { content }]) => {
          const schema = content?.['application/json']?.schema
          return schema === undefined ? [] : [[status, ajv.compile(absolute(schema))] as const]
        }),
      ),
    })),
  )
}

/** A request, as far as it says what is to be answered. */
type Asked = { method: string; url: string }

/**
 * What does not fit between an answer of the API and its document, or undefined. What the document does not name may only be
 * answered with an error. Pages for people, what iCIMS sends its events to, and the administration are no part of it.
 */
export async function findUnfit(
  operations: readonly DescribedOperation[],
  asked: Asked,
  answer: Response,
): Promise<string | undefined> {
  const found = findOperation(operations, asked)
  if (found === 'aside' || (found === undefined && answer.status === 404)) return undefined
  if (found?.files.includes(String(answer.status))) return undefined
  const where = `${asked.method} ${new URL(asked.url).pathname} answered ${answer.status}`
  const validate = found?.answers.get(String(answer.status))
  if (validate === undefined) return `${where}, which the document of the unified API does not name.`
  const type = answer.headers.get('content-type') ?? ''
  if (!type.startsWith('application/json')) return `${where} with content type "${type}".`
  if (validate(await answer.clone().json())) return undefined
  const [error] = validate.errors!
  return `${where}: ${error!.instancePath || 'the body'} ${error!.message}.`
}

/** Says which operation is nearest to a request that none answers; undefined where one does. */
export function describeUnmatched(operations: readonly DescribedOperation[], asked: Asked): string | undefined {
  if (findOperation(operations, asked) !== undefined) return undefined
  const wanted = `${asked.method} ${new URL(asked.url).pathname}`
  const nearest = closest(
    wanted,
    operations.map(({ method, template }) => `${method} ${template}`),
  )
  return `No operation answers ${wanted}. The nearest is ${nearest}.`
}

function findOperation(
  operations: readonly DescribedOperation[],
  { method, url }: Asked,
): DescribedOperation | 'aside' | undefined {
  const { pathname } = new URL(url)
  if (!pathname.startsWith('/v1/') || pathname === '/v1/openapi.json' || pathname === '/v1/reference') return 'aside'
  return operations.find((one) => one.method === method && one.path.test(pathname))
}
