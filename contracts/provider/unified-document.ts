import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { createApi } from '../../connector/api/app.ts'

/** An operation of the unified API's document, as far as its answers go. */
type Operation = {
  method: string
  template: string
  /** Matches the paths of its template. */
  path: RegExp
  /** By status: a check of the body. */
  answers: Map<string, ValidateFunction>
  /** Statuses that come with a file, whatever its type. */
  files: readonly string[]
}

let operations: readonly Operation[] | undefined

/**
 * What does not fit between an answer of the unified API and its OpenAPI document, or undefined. What the document does not
 * name may only be answered with an error.
 */
export async function findUnfit(
  request: { method: string; url: string },
  answer: Response,
): Promise<string | undefined> {
  const { pathname } = new URL(request.url)
  if (pathname === '/v1/openapi.json' || pathname === '/v1/reference') return undefined
  // Pages for people, what iCIMS sends its events to, and the administration are no part of it.
  if (!pathname.startsWith('/v1/')) return undefined
  const found = describedOperations().find(({ method, path }) => method === request.method && path.test(pathname))
  const where = `${request.method} ${pathname} answered ${answer.status}`
  const validate = found === undefined ? undefined : found.answers.get(String(answer.status))
  if (found === undefined && answer.status === 404) return undefined
  if (found?.files.includes(String(answer.status))) return undefined
  if (validate === undefined) return `${where}, which the document of the unified API does not name.`
  const type = answer.headers.get('content-type') ?? ''
  if (!type.startsWith('application/json')) return `${where} with content type "${type}".`
  if (validate(await answer.clone().json())) return undefined
  const [error] = validate.errors!
  return `${where}: ${error!.instancePath || 'the body'} ${error!.message}.`
}

/** Every operation of the document. */
export function describedOperations(): readonly Operation[] {
  operations ??= readDocument()
  return operations
}

/** A connector's API whose every answer is checked: one that does not fit is thrown. */
export function withCheckedAnswers<Api extends { fetch(request: Request): Promise<Response> }>(api: Api): Api {
  return {
    ...api,
    async fetch(request) {
      const { method, url } = request
      const answer = await api.fetch(request)
      const unfit = await findUnfit({ method, url }, answer)
      if (unfit !== undefined) throw new Error(unfit)
      return answer
    },
  }
}

type Content = Record<string, { schema: object }>
type DescribedOperation = { responses: Record<string, { content?: Content }> }
type Described = { paths: Record<string, Record<string, DescribedOperation>>; components: object }

function readDocument(): Operation[] {
  // Its routes are added whatever they would work on.
  const app = createApi({ limits: { requestsPerMinute: null, concurrentActions: null } } as never)
  const described = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })
  const { paths, components } = described as unknown as Described
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false })
  ajv.addSchema({ $id: 'https://unified.example/api', components })
  const absolute = (schema: object): object =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"https://unified.example/api#/components/'))
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({
      method: method.toUpperCase(),
      template: path,
      files: Object.entries(responses).flatMap(([status, { content }]) =>
        content?.['*/*'] === undefined ? [] : status,
      ),
      path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      answers: new Map(
        Object.entries(responses).flatMap(([status, { content }]) => {
          const schema = content?.['application/json']?.schema
          return schema === undefined ? [] : [[status, ajv.compile(absolute(schema))] as const]
        }),
      ),
    })),
  )
}
