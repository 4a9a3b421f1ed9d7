const untrusted = new Set([
  'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
  'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
  'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
])

/**
 * Says in one line why a client got no connection. Its own message is often no more than "fetch failed".
 *
 * @param ca file of the authority clients must trust, where it is ours.
 */
export function explainHandshake(error: Error & { code?: string }, ca?: string): string {
  const { code = '', message } = error
  const advice = ca === undefined ? '' : ` It must trust ${ca}.`
  if (untrusted.has(code)) return `A client did not trust the certificate.${advice}`
  if (code === 'ECONNRESET') {
    return `A client hung up during the TLS handshake, as Node and Java do when they do not trust a certificate.${advice}`
  }
  if (code === 'ERR_SSL_HTTP_REQUEST') return 'A client spoke plain HTTP to a port that serves HTTPS.'
  if (code === 'ERR_SSL_UNSUPPORTED_PROTOCOL') return 'A client offered no TLS 1.2 or newer.'
  return `A TLS handshake failed: ${code || message}.`
}
