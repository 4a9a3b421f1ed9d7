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
  /** Whether an answer came that the server got wrong (5xx, no JSON). For one record that may be the record's fault. */
  readonly isServerFault: boolean
  /** When it is worth trying again, ISO 8601, where that is known: the day's calls are used up. */
  readonly resumeAt: string | null
  /** Whether the call was turned away because there were too many: it had no effect. */
  readonly isTurnedAway: boolean
  constructor(
    message: string,
    options: { cause?: unknown; isServerFault?: boolean; resumeAt?: string; isTurnedAway?: boolean } = {},
  ) {
    super(message, { cause: options.cause })
    this.isServerFault = options.isServerFault ?? false
    this.resumeAt = options.resumeAt ?? null
    this.isTurnedAway = options.isTurnedAway ?? this.resumeAt !== null
  }
}

/** iCIMS refused a write for good, and wrote nothing. The message is iCIMS's own. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** This record alone: gone, or not readable. It is set aside and the run goes on. */
export class RecordError extends Error {
  override readonly name = 'RecordError'
  /** Whether the server failed to answer it. One such record is bad; many in a row mean that the server is down. */
  readonly isServerFault: boolean
  /** Whether iCIMS says that there is no such record; a hidden one may read the same. */
  readonly isGone: boolean
  constructor(message: string, options: { cause?: unknown; isServerFault?: boolean; isGone?: boolean } = {}) {
    super(message, { cause: options.cause })
    this.isServerFault = options.isServerFault ?? false
    this.isGone = options.isGone ?? false
  }
}
