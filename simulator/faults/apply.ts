import { notSignedIn } from '../auth/authenticate.ts'
import { errorCodes, IcimsError } from '../errors.ts'
import { quotaReached } from '../quota.ts'
import type { Access } from '../tenant/access.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { FaultEffect } from './rule.ts'
import { SocketFault } from './socket-fault.ts'

/** What a call is handled with, as far as faults change it. */
export type FaultedExchange = {
  access: Access
  /** Searches do not find what changed after this moment. */
  findsUpTo?: number
}

/** What applying faults needs of the call they hit. */
export type FaultContext = {
  tenant: Pick<Tenant, 'clock' | 'tokens' | 'faults'>
  access: Access
  /** Waits so many milliseconds of real time. */
  wait(milliseconds: number): Promise<void>
  /** Handles the call; what it throws is rendered. */
  answer(exchange: FaultedExchange): Promise<Response>
  /** Renders an error. */
  refuse(error: IcimsError): Response
}

/**
 * Answers a call that faults have hit: the first one that stands in the way of doing anything decides the answer, the
 * others change what is seen and how the answer travels.
 *
 * @throws SocketFault for what only a socket can do.
 */
export async function answerWithFaults(effects: readonly FaultEffect[], context: FaultContext): Promise<Response> {
  let response = effects.reduce<Response | undefined>((found, effect) => found ?? instead(effect, context), undefined)
  response ??= await context.answer(exchangeFor(effects, context))
  for (const effect of effects) response = await onTheWay(effect, response, context)
  return response
}

/** The answer to a call that is not handled at all. */
function instead(effect: FaultEffect, { refuse, tenant }: FaultContext): Response | undefined {
  switch (effect.kind) {
    case 'status': {
      const { status, code = codeOf(status), message = 'The request could not be processed.', retryAfter } = effect
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
      return refuse(new IcimsError(status, [{ code, message }], headers))
    }
    case 'quota': {
      const response = refuse(quotaReached())
      response.headers.set('x-ratelimit-remaining', '0')
      return response
    }
    case 'html': {
      const headers = { 'content-type': 'text/html; charset=utf-8' }
      const page = `<!doctype html><html><head><title>${effect.status}</title></head><body><h1>${effect.status}</h1><p>The upstream server did not answer.</p></body></html>`
      return new Response(page, { status: effect.status, headers })
    }
    case 'expire-tokens':
      tenant.tokens.generation += 1
      return refuse(notSignedIn())
    case 'reset':
      if (effect.when === 'before') throw new SocketFault(undefined)
      return undefined
    default:
      return undefined
  }
}

function codeOf(status: number): number {
  if (status === 404) return errorCodes.notFound
  if (status === 429) return errorCodes.quota
  return status >= 500 ? errorCodes.internal : errorCodes.badValue
}

function exchangeFor(effects: readonly FaultEffect[], { access, tenant }: FaultContext): FaultedExchange {
  const hidden = effects.filter((effect) => effect.kind === 'hide-field')
  const lags = effects.filter((effect) => effect.kind === 'stale').map(({ minutes }) => minutes)
  return {
    access: {
      ...access,
      hidesField: (type, field) =>
        hidden.some((effect) => effect.profile === type && effect.field === field)
          ? 'A fault hides this field.'
          : access.hidesField(type, field),
    },
    ...(lags.length > 0 && { findsUpTo: tenant.clock.now() - Math.max(...lags) * 60_000 }),
  }
}

async function onTheWay(effect: FaultEffect, response: Response, { wait, tenant }: FaultContext): Promise<Response> {
  switch (effect.kind) {
    case 'latency':
      await wait(effect.milliseconds + (effect.spread === undefined ? 0 : tenant.faults.random.int(0, effect.spread)))
      return response
    case 'truncate': {
      const bytes = await response.bytes()
      return rewritten(response, bytes.slice(0, Math.floor(bytes.length / 2)))
    }
    case 'slow':
      return rewritten(response, inPieces(await response.bytes(), effect.milliseconds, wait))
    case 'reset':
      throw new SocketFault(response)
    default:
      return response
  }
}

function rewritten({ status, headers }: Response, body: Uint8Array<ArrayBuffer> | ReadableStream): Response {
  const kept = new Headers(headers)
  kept.delete('content-length')
  return new Response(status === 204 ? null : body, { status, headers: kept })
}

const pieces = 8

function inPieces(bytes: Uint8Array, milliseconds: number, wait: FaultContext['wait']): ReadableStream {
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  let at = 0
  return new ReadableStream({
    async pull(controller) {
      await wait(milliseconds / pieces)
      controller.enqueue(bytes.slice(at, at + size))
      at += size
      if (at >= bytes.length) controller.close()
    },
  })
}
