import { authenticate } from './auth/authenticate.ts'
import { readJson } from './body.ts'
import { errorCodes, IcimsError, notFound, type Problem } from './errors.ts'
import type { Exchange } from './exchange.ts'
import type { Note } from './journal.ts'
import { type Envelope, renderAnswer, renderError } from './render.ts'
import { handlers } from './resources/handlers.ts'
import { allowedMethods, matchRoute, nearestOperation, type Route } from './routes.ts'
import type { ApiUser } from './tenant/config.ts'
import type { Tenant } from './tenant/tenant.ts'

/** Query parameters any operation takes. */
const knownParameters = new Set(['fields', 'searchJson', 'staleness'])

/** Looks at an answer before it leaves; gives back what does not fit the document. */
export type AnswerCheck = (operationId: string, response: Response) => Promise<string[]>

/** What the API host needs besides the tenant. */
export type AppOptions = {
  /** Told of every request that no operation answers. */
  onUnmatched?: (message: string) => void
  /** Told of a defect of ours. */
  onInternalError?: (error: unknown) => void
  check?: AnswerCheck
}

/**
 * The API host of one tenant, in the order of one request: journal opens, route and method, who calls and for which
 * customer, quota, body, handler, answer, journal closes.
 */
export function createApiHost(tenant: Tenant, options: AppOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const started = performance.now()
    const at = new Date(tenant.clock.now()).toISOString()
    const url = new URL(request.url)
    const notes: Note[] = []
    const warnings: Problem[] = []
    let caller: ApiUser | undefined
    let route: Route | undefined
    const envelope = (): Envelope => ({
      rateLimit: tenant.quota.state(caller),
      warnings,
      serial: tenant.journal.total + 1,
      hasSession: /\bJSESSIONID=/.test(request.headers.get('cookie') ?? ''),
    })
    let response: Response
    try {
      caller = authenticate(tenant, request.headers.get('authorization'))
      tenant.quota.spend(caller)
      route = findRoute(request.method, url.pathname, notes, options)
      checkCustomer(route, tenant)
      const { operation, params } = route
      for (const name of url.searchParams.keys()) {
        if (!knownParameters.has(name)) {
          notes.push({ kind: 'unread-parameter', subject: name, reason: 'No operation reads this query parameter.' })
        }
      }
      const body = await readBody(request, operation.operationId)
      const base = `${url.origin}/customers/${tenant.config.customerId}`
      const exchange: Exchange = {
        tenant,
        operation,
        caller,
        params,
        query: url.searchParams,
        body,
        base,
        warnings,
        notes,
      }
      response = renderAnswer(handlers[operation.operationId]!(exchange), envelope())
    } catch (error) {
      if (!(error instanceof IcimsError)) {
        notes.push({ kind: 'internal-error', subject: url.pathname, reason: String(error) })
        options.onInternalError?.(error)
      }
      response = renderError(error, envelope())
    }
    if (options.check !== undefined && route !== undefined) {
      for (const reason of await options.check(route.operation.operationId, response.clone())) {
        notes.push({ kind: 'answer-not-in-document', subject: route.operation.operationId, reason })
      }
    }
    tenant.journal.add({
      at,
      operation: route?.operation.operationId ?? null,
      caller: caller?.username ?? null,
      method: request.method,
      path: url.pathname + url.search,
      status: response.status,
      duration: performance.now() - started,
      notes,
    })
    return response
  }
}

/** @throws IcimsError 405 on a path that answers other methods only, 404 where the document names nothing. */
function findRoute(method: string, path: string, notes: Note[], { onUnmatched }: AppOptions): Route {
  const route = matchRoute(method, path)
  if (route !== undefined && handlers[route.operation.operationId] !== undefined) return route
  const allowed = allowedMethods(path)
  if (allowed.length > 0) {
    const message = `The method ${method} is not supported here.`
    throw new IcimsError(405, [{ code: errorCodes.method, message }], { allow: allowed.join(', ') })
  }
  const nearest = nearestOperation(method, path)
  const reason = `No operation answers ${method} ${path}. The nearest is ${nearest.method} ${nearest.path} (${nearest.operationId}).`
  notes.push({ kind: 'unmatched', subject: `${method} ${path}`, reason })
  onUnmatched?.(reason)
  throw notFound('Resource')
}

/** @throws IcimsError 404 for a customer that is not this tenant. */
function checkCustomer({ params }: Route, { config }: Tenant): void {
  if (params.customerId !== String(config.customerId)) throw notFound('Customer')
}

/** Search has a message of its own for text that is no JSON (SRCH). */
async function readBody(request: Request, operationId: string): Promise<unknown> {
  if (request.method !== 'POST' && request.method !== 'PATCH' && request.method !== 'PUT') return undefined
  const isSearch = operationId.startsWith('search')
  return readJson(request, isSearch ? 'An unknown parsing error occurred' : 'The body is not valid JSON.')
}
