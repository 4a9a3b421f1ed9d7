/** A pact that cannot be verified, whoever wrote it: one line on stderr, exit code 2. */
export class PactFileError extends Error {
  override readonly name = 'PactFileError'
}
