/** Codes this API sends, with the status and the title they go with. */
export const sentCodes = {
  'PLATFORM.AUTHENTICATION_INVALID': [401, 'The API key is invalid'],
  'PLATFORM.INPUT_INVALID': [400, 'The request is invalid'],
  'PLATFORM.INTEGRATION_NOT_FOUND': [404, 'The integration was not found'],
  'PLATFORM.RATE_LIMIT_EXCEEDED': [429, 'Too many requests'],
  'PLATFORM.CONCURRENCY_LIMIT_EXCEEDED': [429, 'Too many actions at the same time'],
  // No source tells its status.
  'PLATFORM.TASK_TIMED_OUT': [504, 'It took too long'],
  'PLATFORM.UNKNOWN_ERROR': [500, 'Something went wrong'],
  // No source tells its status; the other states of an integration that refuse a call answer 409.
  'INTEGRATION.INACTIVE': [409, 'The integration is paused'],
  // Nor of this one.
  'INTEGRATION.MODEL_DISABLED': [403, 'The model is disabled'],
  'INTEGRATION.ACTION_NOT_AVAILABLE': [403, 'The action is not available'],
  'INTEGRATION.SETUP_SYNC_PENDING': [409, 'The first sync has not finished'],
} as const

/** Codes of the unified API that this one never sends yet: what they stand for does not exist here. */
export const neverSentCodes = [
  'PLATFORM.IP_NOT_WHITELISTED',
  'INTEGRATION.PERMISSION_MISSING',
  'INTEGRATION.AUTHENTICATION_INVALID',
  'INTEGRATION.MODEL_NOT_AVAILABLE',
  'INTEGRATION.ACTION_DISABLED',
  'INTEGRATION.SETUP_INCOMPLETE',
  'INTEGRATION.QA_FAILED',
  'REMOTE.SERVICE_UNAVAILABLE',
  'REMOTE.RATE_LIMIT_EXCEEDED',
  'REMOTE.INPUT_INVALID',
  'REMOTE.UNKNOWN_HTTP_ERROR',
  'ATS.JOB_CLOSED',
  'ATS.APPLICATION_ALREADY_EXISTS',
] as const

export type ErrorCode = keyof typeof sentCodes

/** What goes wrong between us and iCIMS has no code where only those of the platform are allowed. */
export const withoutCode = [502, 'iCIMS did not answer'] as const

/** A request the API refuses: thrown anywhere, rendered by `api/app.ts` alone. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode | null
  constructor(code: ErrorCode | null, message: string) {
    super(message)
    this.code = code
  }
}

/** The body and the status of an error; clients need all four keys. */
export function renderApiError({ code, message }: ApiError) {
  const [status, title] = code === null ? withoutCode : sentCodes[code]
  return { status, body: { status: 'error' as const, error: { code, title, message, log_url: null } } }
}
