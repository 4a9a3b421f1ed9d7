import type { Address } from './address.ts'
import { type AppOptions, realWait } from './app-options.ts'
import { readText } from './body.ts'
import { IcimsError } from './errors.ts'
import { answerWithFaults } from './faults/apply.ts'
import { SocketFault } from './faults/socket-fault.ts'
import { tokenPath } from './hosts.ts'
import type { Note } from './journal.ts'
import { answerToken, refuseToken, type TokenAnswer } from './resources/token.ts'
import { fullAccess } from './tenant/access.ts'
import type { ApiUser } from './tenant/config.ts'
import type { Tenant } from './tenant/tenant.ts'

const operation = 'createToken'

/**
 * The login host of one tenant: `POST /oauth/token` and nothing else, journalled like the calls of the API host. Its query
 * is not, since a client may have put its secret there.
 */
export function createLoginHost(
  tenant: Tenant,
  { check, onInternalError, onUnfit, onUnmatched, wait = realWait }: AppOptions,
): (request: Request, address: Address) => Promise<Response> {
  const answer = async (request: Request, notes: Note[]): Promise<TokenAnswer> => {
    try {
      return answerToken(tenant, request.headers.get('content-type') ?? '', await readText(request))
    } catch (error) {
      if (error instanceof IcimsError) return refuseToken(error.status, 'invalid_request', error.message)
      notes.push({ kind: 'internal-error', subject: operation, reason: String(error) })
      onInternalError?.(error)
      return refuseToken(500, 'server_error', 'An internal error occurred.')
    }
  }
  /** Faults of the token operation know no caller: who asks is found out while it is answered. */
  const faulted = async (request: Request, notes: Note[]): Promise<TokenAnswer> => {
    const call = { operation, caller: null, method: request.method, path: tokenPath, isBearer: false }
    const effects = tenant.faults.isActive ? tenant.faults.plan(call, notes) : []
    if (effects.length === 0) return answer(request, notes)
    const good = await answer(request, notes)
    const response = await answerWithFaults(effects, {
      tenant,
      access: fullAccess,
      wait,
      answer: async () => good.response,
      refuse: ({ status, message }) => refuseToken(status, 'server_error', message).response,
    })
    return { ...good, response }
  }
  const miss = ({ method }: Request, { path }: Address, notes: Note[]): TokenAnswer => {
    const reason = `A login host answers POST ${tokenPath} only, not ${method} ${path}.`
    notes.push({ kind: 'wrong-host', subject: `${method} ${path}`, reason })
    onUnmatched?.(reason)
    return refuseToken(404, 'not_found', 'Not Found')
  }
  return async (request, address) => {
    const started = performance.now()
    const at = tenant.clock.now()
    const entry = tenant.journal.open()
    const notes: Note[] = []
    const isToken = request.method === 'POST' && address.path === tokenPath
    const close = (status: number, user?: ApiUser): void =>
      entry.close({
        at,
        operation: isToken ? operation : null,
        caller: user?.username ?? null,
        method: request.method,
        path: address.path,
        status,
        duration: performance.now() - started,
        notes,
      })
    try {
      const { response, user } = isToken ? await faulted(request, notes) : miss(request, address, notes)
      const isPlanned = notes.some(({ kind }) => kind === 'fault')
      for (const reason of (isToken && !isPlanned && (await check?.(operation, response.clone()))) || []) {
        notes.push({ kind: 'answer-not-in-document', subject: operation, reason })
        onUnfit?.({ operationId: operation, status: response.status, reason })
      }
      close(response.status, user)
      return response
    } catch (error) {
      if (error instanceof SocketFault) close(0)
      throw error
    }
  }
}
