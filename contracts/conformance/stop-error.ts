/** The run cannot go on, and what it found so far proves nothing. The message is one line without any secret. */
export class StopError extends Error {
  override readonly name = 'StopError'
  /** Whether the settings are at fault rather than the site. */
  readonly isUsersMistake: boolean

  constructor(message: string, isUsersMistake = false) {
    super(message)
    this.isUsersMistake = isUsersMistake
  }
}
