import type { Address } from './address.ts'
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
/** Methods whose requests have a body. */
const bodied = new Set(['POST', 'PATCH', 'PUT'])

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

/** A request on its way in; who and what it is for is found out step by step. */
type Inbound = {
  request: Request
  address: Address
  query: URLSearchParams
  started: number
  at: number
  notes: Note[]
  warnings: Problem[]
  caller?: ApiUser
  route?: Route
}

/**
 * The API host of one tenant, in the order of one request: journal opens, who calls, quota, route and method, for which
 * customer, body, handler, answer, journal closes. Only a body, or a check of the answer, has to be waited for.
 */
export function createApiHost(
  tenant: Tenant,
  options: AppOptions,
): (request: Request, address: Address) => Response | Promise<Response> {
  const envelope = ({ request, caller, warnings }: Inbound): Envelope => ({
    rateLimit: tenant.quota.state(caller),
    warnings,
    serial: tenant.journal.total + 1,
    hasSession: /\bJSESSIONID=/.test(request.headers.get('cookie') ?? ''),
  })

  const admit = (inbound: Inbound): Route => {
    const { request, address, notes } = inbound
    inbound.caller = authenticate(tenant, request.headers.get('authorization'))
    tenant.quota.spend(inbound.caller)
    const route = findRoute(request.method, address.path, notes, options)
    inbound.route = route
    checkCustomer(route, tenant)
    for (const name of inbound.query.keys()) {
      if (!knownParameters.has(name)) {
        notes.push({ kind: 'unread-parameter', subject: name, reason: 'No operation reads this query parameter.' })
      }
    }
    return route
  }

  const handle = (inbound: Inbound, { operation, params }: Route, body: unknown): Response => {
    const { address, query, warnings, notes } = inbound
    const exchange: Exchange = {
      tenant,
      operation,
      caller: inbound.caller!,
      params,
      query,
      body,
      base: `${address.origin}/customers/${tenant.config.customerId}`,
      warnings,
      notes,
    }
    return renderAnswer(handlers[operation.operationId]!(exchange), envelope(inbound))
  }

  const refuse = (inbound: Inbound, error: unknown): Response => {
    if (!(error instanceof IcimsError)) {
      inbound.notes.push({ kind: 'internal-error', subject: inbound.address.path, reason: String(error) })
      options.onInternalError?.(error)
    }
    return renderError(error, envelope(inbound))
  }

  const finish = (inbound: Inbound, response: Response): Response => {
    const { request, address, started, at, notes, caller, route } = inbound
    tenant.journal.add({
      at,
      operation: route?.operation.operationId ?? null,
      caller: caller?.username ?? null,
      method: request.method,
      path: address.path + address.search,
      status: response.status,
      duration: performance.now() - started,
      notes,
    })
    return response
  }

  const answer = (inbound: Inbound): Response | Promise<Response> => {
    try {
      const route = admit(inbound)
      if (!bodied.has(inbound.request.method)) return handle(inbound, route, undefined)
      return readBody(inbound.request, route.operation.operationId)
        .then((body) => handle(inbound, route, body))
        .catch((error: unknown) => refuse(inbound, error))
    } catch (error) {
      return refuse(inbound, error)
    }
  }

  const checked = async (inbound: Inbound, check: AnswerCheck): Promise<Response> => {
    const response = await answer(inbound)
    const id = inbound.route?.operation.operationId
    for (const reason of id === undefined ? [] : await check(id, response.clone())) {
      inbound.notes.push({ kind: 'answer-not-in-document', subject: id!, reason })
    }
    return response
  }

  return (request, address) => {
    const inbound: Inbound = {
      request,
      address,
      query: new URLSearchParams(address.search),
      started: performance.now(),
      at: tenant.clock.now(),
      notes: [],
      warnings: [],
    }
    const response = options.check === undefined ? answer(inbound) : checked(inbound, options.check)
    if (response instanceof Promise) return response.then((settled) => finish(inbound, settled))
    return finish(inbound, response)
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
  const isSearch = operationId.startsWith('search')
  return readJson(request, isSearch ? 'An unknown parsing error occurred' : 'The body is not valid JSON.')
}
