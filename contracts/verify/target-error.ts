/** A server that it makes no sense to replay anything against: one line on stderr, exit code 2. */
export class TargetError extends Error {
  override readonly name = 'TargetError'
}
