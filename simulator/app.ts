import type { Address } from './address.ts'
import { checkCustomer, checkHost, findRoute, parseBody } from './admission.ts'
import { type AnswerCheck, type AppOptions, realWait } from './app-options.ts'
import { authenticate, isSigned } from './auth/authenticate.ts'
import { checkJsonType, defaultBodyLimit, readBytes, readText } from './body.ts'
import { errorCodes, IcimsError, type Problem } from './errors.ts'
import type { Exchange } from './exchange.ts'
import { answerWithFaults, type FaultedExchange } from './faults/apply.ts'
import { SocketFault } from './faults/socket-fault.ts'
import type { Note, OpenEntry } from './journal.ts'
import { type Envelope, renderAnswer, renderError } from './render.ts'
import { handlers } from './resources/handlers.ts'
import { type Route, takesJson } from './routes.ts'
import { accessOf } from './tenant/access.ts'
import type { ApiUser } from './tenant/config.ts'
import type { Tenant } from './tenant/tenant.ts'

/** Query parameters any operation takes. */
const knownParameters = new Set([
  'fields',
  'force',
  'jobid',
  'offerId',
  'page',
  'searchJson',
  'signed',
  'size',
  'staleness',
])
/** Methods whose requests have a body that is read. */
const bodied = new Set(['POST', 'PATCH', 'PUT'])
/** Methods whose requests cannot have one. */
const bodiless = new Set(['GET', 'HEAD'])
const noBody = new Uint8Array()

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
  /** Error codes of the answer. */
  codes?: readonly number[]
}

/**
 * The API host of one tenant, in the order of one request: journal opens, which host, who calls, quota, route and method,
 * for which customer, body, planned faults, handler, answer, journal closes. Only a body, or a check of the answer, has to be waited for.
 */
export function createApiHost(
  tenant: Tenant,
  options: AppOptions,
): (request: Request, address: Address, target?: string) => Response | Promise<Response> {
  const { bodyLimit = defaultBodyLimit } = tenant.config
  const envelope = ({ request, caller, warnings, entry }: Inbound): Envelope => ({
    rateLimit: tenant.quota.state(caller),
    now: tenant.clock.now(),
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
      answer: async (faulted) => {
        try {
          return await respond(inbound, route, body, faulted)
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
  ): Response | Promise<Response> => {
    const { request, address, query, warnings, notes } = inbound
    const exchange: Exchange = {
      tenant,
      operation,
      caller: inbound.caller!,
      ...faulted,
      params,
      query,
      body,
      headers: request.headers,
      base: `${address.origin}/customers/${tenant.config.customerId}`,
      warnings,
      notes,
    }
    const answer = handlers[operation.operationId]!(exchange)
    if (!(answer instanceof Promise)) return renderAnswer(answer, envelope(inbound))
    return answer.then((settled) => renderAnswer(settled, envelope(inbound)))
  }

  const refuse = (inbound: Inbound, error: unknown): Response => {
    if (!(error instanceof IcimsError)) {
      inbound.notes.push({ kind: 'internal-error', subject: inbound.address.path, reason: String(error) })
      options.onInternalError?.(error)
    }
    inbound.codes = error instanceof IcimsError ? error.problems.map(({ code }) => code) : [errorCodes.internal]
    return renderError(error, envelope(inbound))
  }

  const finish = <Answered extends { status: number }>(inbound: Inbound, response: Answered): Answered => {
    const { request, address, entry, started, at, notes, caller, route, codes } = inbound
    entry.close({
      at,
      operation: route?.operation.operationId ?? null,
      caller: caller?.username ?? null,
      method: request.method,
      path: address.path + address.search,
      status: response.status,
      ...(codes && { codes }),
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
      if (!takesJson(route)) {
        const handleBytes = (bytes: Uint8Array) => handle(inbound, route, bytes)
        return body === undefined ? readBytes(request, bodyLimit).then(handleBytes) : handleBytes(body)
      }
      checkJsonType(request)
      const handleText = (text: string) => handle(inbound, route, parseBody(text, route, tenant))
      if (body === undefined) return readText(request, bodyLimit).then(handleText)
      return handleText(Buffer.from(body).toString('utf8'))
    }
    try {
      const mustRead = !bodiless.has(request.method) && isSigned(request.headers.get('authorization'))
      const answered = mustRead ? readBytes(request, bodyLimit).then(proceed) : proceed(undefined)
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
      options.onUnfit?.({ operationId: id!, status: response.status, reason })
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
