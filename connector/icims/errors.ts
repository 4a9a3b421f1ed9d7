/** Nothing a retry or the next record can mend: wrong credentials, no rights, a request iCIMS refuses. */
export class FatalError extends Error {
  override readonly name = 'FatalError'
  /** Whether iCIMS refused the credentials. */
  readonly isAuthentication: boolean
  constructor(message: string, options: { cause?: unknown; isAuthentication?: boolean } = {}) {
    super(message, { cause: options.cause })
    this.isAuthentication = options.isAuthentication ?? false
  }
}

/** Every try failed for a reason that passes: network, 429, 5xx. The run stops and goes on from its checkpoint later. */
export class RetriableError extends Error {
  override readonly name = 'RetriableError'
}

/** This record alone: gone, or not readable. It is set aside and the run goes on. */
export class RecordError extends Error {
  override readonly name = 'RecordError'
}
