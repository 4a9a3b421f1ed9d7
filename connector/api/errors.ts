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
  'INTEGRATION.PERMISSION_MISSING': [403, 'iCIMS does not allow it to the API user'],
  // No source tells the statuses of these, save for the last but one.
  'INTEGRATION.ACTION_DISABLED': [403, 'The action is disabled'],
  'INTEGRATION.AUTHENTICATION_INVALID': [409, 'iCIMS does not take the credentials of the integration'],
  'REMOTE.INPUT_INVALID': [400, 'iCIMS does not take the input'],
  'REMOTE.RATE_LIMIT_EXCEEDED': [429, 'iCIMS takes no more calls for now'],
  'REMOTE.UNKNOWN_HTTP_ERROR': [502, 'iCIMS answered something unexpected'],
  'REMOTE.SERVICE_UNAVAILABLE': [503, 'iCIMS does not answer'],
  'ATS.JOB_CLOSED': [400, 'The job is closed'],
  'ATS.APPLICATION_ALREADY_EXISTS': [409, 'The application exists already'],
} as const

/** Codes of the unified API that this one never sends yet: what they stand for does not exist here. */
export const neverSentCodes = [
  'PLATFORM.IP_NOT_WHITELISTED',
  'INTEGRATION.MODEL_NOT_AVAILABLE',
  'INTEGRATION.SETUP_INCOMPLETE',
  'INTEGRATION.QA_FAILED',
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
