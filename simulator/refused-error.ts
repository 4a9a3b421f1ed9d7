/**
 * What was asked of the simulator itself and cannot be done: an unknown tenant, a clock set backwards. Its message is one
 * line that says what to do; nothing was changed. The control routes answer it with `status`, a command line ends with 2.
 */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: 400 | 404 | 409

  constructor(status: 400 | 404 | 409, message: string) {
    super(message)
    this.status = status
  }
}
