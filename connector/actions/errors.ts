import { FatalError, RecordError, RefusedError, RetriableError } from '../icims/errors.ts'

/** Codes of the unified API that an action may fail with. */
export type ActionErrorCode =
  | 'PLATFORM.INPUT_INVALID'
  | 'INTEGRATION.PERMISSION_MISSING'
  | 'INTEGRATION.AUTHENTICATION_INVALID'
  | 'INTEGRATION.ACTION_DISABLED'
  | 'INTEGRATION.INACTIVE'
  | 'REMOTE.SERVICE_UNAVAILABLE'
  | 'REMOTE.RATE_LIMIT_EXCEEDED'
  | 'REMOTE.INPUT_INVALID'
  | 'REMOTE.UNKNOWN_HTTP_ERROR'
  | 'ATS.JOB_CLOSED'
  | 'ATS.APPLICATION_ALREADY_EXISTS'

/** An action that is refused, or cannot go on. */
export class ActionError extends Error {
  override readonly name = 'ActionError'
  readonly code: ActionErrorCode
  constructor(code: ActionErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.code = code
  }
}

/** What is wrong with what was asked. */
export function invalid(message: string): ActionError {
  return new ActionError('PLATFORM.INPUT_INVALID', message)
}

/** What a failed call to iCIMS means to the caller of an action; undefined for what was not foreseen. */
export function toActionError(cause: unknown): ActionError | undefined {
  if (cause instanceof ActionError) return cause
  if (!(cause instanceof Error)) return undefined
  const code = codeOf(cause)
  if (code === undefined) return undefined
  const message = cause instanceof RefusedError ? `iCIMS refused it: ${cause.message}` : cause.message
  return new ActionError(code, message, { cause })
}

function codeOf(error: Error): ActionErrorCode | undefined {
  if (error instanceof RefusedError) {
    return error.status === 403 ? 'INTEGRATION.PERMISSION_MISSING' : 'REMOTE.INPUT_INVALID'
  }
  if (error instanceof RetriableError) {
    return error.isTurnedAway ? 'REMOTE.RATE_LIMIT_EXCEEDED' : 'REMOTE.SERVICE_UNAVAILABLE'
  }
  if (error instanceof FatalError) {
    return error.isAuthentication ? 'INTEGRATION.AUTHENTICATION_INVALID' : 'REMOTE.UNKNOWN_HTTP_ERROR'
  }
  if (error instanceof RecordError) {
    if (error.isServerFault) return 'REMOTE.SERVICE_UNAVAILABLE'
    return error.isGone ? 'REMOTE.INPUT_INVALID' : 'INTEGRATION.PERMISSION_MISSING'
  }
  return undefined
}
