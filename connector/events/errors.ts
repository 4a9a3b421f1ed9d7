/**
 * An event is refused. iCIMS shows `message` to its user and writes `detail` into its log
 * (https://developer.icims.com/REST-API/Error-Handling-and-Reporting).
 */
export class EventError extends Error {
  override readonly name = 'EventError'
  readonly status: 400 | 401 | 413 | 415 | 500 | 503
  readonly detail: string
  constructor(status: EventError['status'], message: string, detail: string = message) {
    super(message)
    this.status = status
    this.detail = detail
  }
}

/** The form vendors answer iCIMS in: 400 what its user can mend, 503 what passes, 500 what needs us. */
export function renderEventError({ status, message, detail }: EventError): Response {
  return Response.json({ error: { userMessage: message, debugErrorMessage: detail } }, { status })
}
