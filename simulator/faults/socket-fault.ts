/**
 * A fault that only a socket can show: the server resets the connection. In process there is none, so the call fails with
 * this error, as `fetch` does when a connection breaks.
 */
export class SocketFault extends TypeError {
  override readonly name = 'SocketFault'
  readonly code = 'ECONNRESET'
  /** The answer that is under way when the connection breaks; undefined when nothing was sent. */
  readonly response: Response | undefined

  constructor(response: Response | undefined) {
    super('fetch failed: a fault resets the connection. In process there is no socket, so the call fails instead.')
    this.response = response
  }
}
