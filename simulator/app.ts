import type { Address } from './address.ts'
import { authenticate, isSigned } from './auth/authenticate.ts'
import { checkJsonType, readBytes, readText } from './body.ts'
import { errorCodes, IcimsError, notFound, type Problem } from './errors.ts'
import type { Exchange } from './exchange.ts'
import { answerWithFaults, type FaultedExchange } from './faults/apply.ts'
import { SocketFault } from './faults/socket-fault.ts'
import { findHostProblem } from './hosts.ts'
import type { Note, OpenEntry } from './journal.ts'
import { type Envelope, renderAnswer, renderError } from './render.ts'
import { handlers } from './resources/handlers.ts'
import { malformedSearch } from './resources/search.ts'
import { allowedMethods, matchRoute, nearestOperation, type Route } from './routes.ts'
import { accessOf } from './tenant/access.ts'
import type { ApiUser } from './tenant/config.ts'
import type { Tenant } from './tenant/tenant.ts'

/** Query parameters any operation takes. */
const knownParameters = new Set(['fields', 'jobid', 'searchJson', 'staleness'])
/** Methods whose requests have a body that is read. */
const bodied = new Set(['POST', 'PATCH', 'PUT'])
/** Methods whose requests cannot have one. */
const bodiless = new Set(['GET', 'HEAD'])
const noBody = new Uint8Array()

/** Looks at an answer before it leaves; gives back what does not fit the document. */
export type AnswerCheck = (operationId: string, response: Response) => Promise<string[]>

/** What the API host needs besides the tenant. */
export type AppOptions = {
  /** Told of every request that no operation answers. */
  onUnmatched?: (message: string) => void
  /** Told of a defect of ours. */
  onInternalError?: (error: unknown) => void
  /** How faults wait; real time unless given. */
  wait?: (milliseconds: number) => Promise<void>
  /** Given, every answer is checked, and a request that no operation answers is told so with a 501 instead of a 404. */
  check?: AnswerCheck
}

/** Waits real time. */
export function realWait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** A request on its way in; who and what it is for is found out step by step. */
type Inbound = {
  request: Request
  address: Address
  /** Path and query as they stood in the request line. */
  target: string
  entry: OpenEntry
  query: URLSearchParams
  started: number
  at: number
  notes: Note[]
  warnings: Problem[]
  caller?: ApiUser
  route?: Route
}

/**
 * The API host of one tenant, in the order of one request: journal opens, which host, who calls, quota, route and method,
 * for which customer, body, planned faults, handler, answer, journal closes. Only a body, or a check of the answer, has to be waited for.
 */
export function createApiHost(
  tenant: Tenant,
  options: AppOptions,
): (request: Request, address: Address, target?: string) => Response | Promise<Response> {
  const envelope = ({ request, caller, warnings, entry }: Inbound): Envelope => ({
    rateLimit: tenant.quota.state(caller),
    warnings,
    serial: entry.id,
    hasSession: /\bJSESSIONID=/.test(request.headers.get('cookie') ?? ''),
  })

  const admit = (inbound: Inbound, body: Uint8Array): Route => {
    const { request, address, target, notes } = inbound
    const { method, headers } = request
    checkHost(address, tenant, notes, options)
    const host = address.origin.slice(address.origin.indexOf('//') + 2)
    inbound.caller = authenticate(tenant, { method, target, headers, host, body }, notes)
    tenant.quota.spend(inbound.caller, notes)
    const route = findRoute(method, address.path, notes, options)
    inbound.route = route
    checkCustomer(route, tenant)
    for (const name of inbound.query.keys()) {
      if (!knownParameters.has(name)) {
        notes.push({ kind: 'unread-parameter', subject: name, reason: 'No operation reads this query parameter.' })
      }
    }
    return route
  }

  const handle = (inbound: Inbound, route: Route, body: unknown): Response | Promise<Response> => {
    const access = accessOf(tenant.config, inbound.caller!)
    if (!tenant.faults.isActive) return respond(inbound, route, body, { access })
    const { request, address, caller, notes } = inbound
    const call = {
      operation: route.operation.operationId,
      caller: caller!.username,
      method: request.method,
      path: address.path,
      isBearer: /^bearer /i.test(request.headers.get('authorization') ?? ''),
    }
    const effects = tenant.faults.plan(call, notes)
    if (effects.length === 0) return respond(inbound, route, body, { access })
    return answerWithFaults(effects, {
      tenant,
      access,
      wait: options.wait ?? realWait,
      answer: (faulted) => {
        try {
          return respond(inbound, route, body, faulted)
        } catch (error) {
          return refuse(inbound, error)
        }
      },
      refuse: (error) => renderError(error, envelope(inbound)),
    })
  }

  const respond = (
    inbound: Inbound,
    { operation, params }: Route,
    body: unknown,
    faulted: FaultedExchange,
  ): Response => {
    const { address, query, warnings, notes } = inbound
    const exchange: Exchange = {
      tenant,
      operation,
      caller: inbound.caller!,
      ...faulted,
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

  const finish = <Answered extends { status: number }>(inbound: Inbound, response: Answered): Answered => {
    const { request, address, entry, started, at, notes, caller, route } = inbound
    entry.close({
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
    const { request } = inbound
    const proceed = (body: Uint8Array | undefined): Response | Promise<Response> => {
      const route = admit(inbound, body ?? noBody)
      if (!bodied.has(request.method)) return handle(inbound, route, undefined)
      checkJsonType(request)
      const handleText = (text: string): Response | Promise<Response> =>
        handle(inbound, route, parseBody(text, route, tenant))
      return body === undefined ? readText(request).then(handleText) : handleText(Buffer.from(body).toString('utf8'))
    }
    try {
      const mustRead = !bodiless.has(request.method) && isSigned(request.headers.get('authorization'))
      const answered = mustRead ? readBytes(request).then(proceed) : proceed(undefined)
      if (!(answered instanceof Promise)) return answered
      return answered.catch((error: unknown) => refuseOrBreak(inbound, error))
    } catch (error) {
      return refuse(inbound, error)
    }
  }

  /** @throws SocketFault what is thrown to break a connection: it leaves no answer, only its entry in the journal. */
  const refuseOrBreak = (inbound: Inbound, error: unknown): Response => {
    if (!(error instanceof SocketFault)) return refuse(inbound, error)
    finish(inbound, error.response ?? { status: 0 })
    throw error
  }

  const checked = async (inbound: Inbound, check: AnswerCheck): Promise<Response> => {
    const response = await answer(inbound)
    const isFaulted = inbound.notes.some(({ kind }) => kind === 'fault')
    const id = isFaulted ? undefined : inbound.route?.operation.operationId
    for (const reason of id === undefined ? [] : await check(id, response.clone())) {
      inbound.notes.push({ kind: 'answer-not-in-document', subject: id!, reason })
    }
    return response
  }

  return (request, address, target = address.path + address.search) => {
    const inbound: Inbound = {
      request,
      address,
      target,
      entry: tenant.journal.open(),
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

/** @throws IcimsError 404 at an API host that is not this tenant's. */
function checkHost(address: Address, { config }: Tenant, notes: Note[], { onUnmatched }: AppOptions): void {
  const problem = findHostProblem(address, config)
  if (problem === undefined) return
  notes.push({ kind: 'wrong-host', subject: address.origin, reason: problem })
  onUnmatched?.(problem)
  throw notFound('Resource')
}

/** @throws IcimsError 405 on a path that answers other methods only, 404 or 501 where the document names nothing. */
function findRoute(method: string, path: string, notes: Note[], { onUnmatched, check }: AppOptions): Route {
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
  if (check !== undefined) throw new IcimsError(501, [{ code: errorCodes.notFound, message: reason }])
  throw notFound('Resource')
}

/** @throws IcimsError 404 for a customer that is not this tenant. */
function checkCustomer({ params }: Route, { config }: Tenant): void {
  if (params.customerId !== String(config.customerId)) throw notFound('Customer')
}

/** @throws IcimsError 400 for text that is no JSON; a search has a message of its own for it (SRCH). */
function parseBody(text: string, { operation }: Route, { config }: Tenant): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (operation.operationId.startsWith('search')) throw malformedSearch(config)
    throw new IcimsError(400, [{ code: errorCodes.malformed, message: 'The body is not valid JSON.' }])
  }
}
