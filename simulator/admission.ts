import type { Address } from './address.ts'
import type { AppOptions } from './app-options.ts'
import { errorCodes, IcimsError, notFound } from './errors.ts'
import { findHostProblem } from './hosts.ts'
import type { Note } from './journal.ts'
import { handlers } from './resources/handlers.ts'
import { malformedSearch } from './resources/search.ts'
import { allowedMethods, matchRoute, nearestOperation, type Route } from './routes.ts'
import type { Tenant } from './tenant/tenant.ts'

/** @throws IcimsError 404 at an API host that is not this tenant's. */
export function checkHost(address: Address, { config }: Tenant, notes: Note[], { onUnmatched }: AppOptions): void {
  const problem = findHostProblem(address, config)
  if (problem === undefined) return
  notes.push({ kind: 'wrong-host', subject: address.origin, reason: problem })
  onUnmatched?.(problem)
  throw notFound('Resource')
}

/** @throws IcimsError 405 on a path that answers other methods only, 404 or 501 where the document names nothing. */
export function findRoute(method: string, path: string, notes: Note[], { onUnmatched, isStrict }: AppOptions): Route {
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
  if (isStrict) throw new IcimsError(501, [{ code: errorCodes.notFound, message: reason }])
  throw notFound('Resource')
}

/** @throws IcimsError 404 for a customer that is not this tenant. */
export function checkCustomer({ params }: Route, { config }: Tenant): void {
  if (params.customerId !== String(config.customerId)) throw notFound('Customer')
}

/** @throws IcimsError 400 for text that is no JSON; a search has a message of its own for it (SRCH). */
export function parseBody(text: string, { operation }: Route, { config }: Tenant): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (operation.operationId.startsWith('search')) throw malformedSearch(config)
    throw new IcimsError(400, [{ code: errorCodes.malformed, message: 'The body is not valid JSON.' }])
  }
}
