/** A server's certificate chain, its own first, and its key, both PEM. */
export type KeyPair = { cert: string; key: string }

/** A certificate or key that cannot be used, or kept: a mistake of the user's. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError'
}
