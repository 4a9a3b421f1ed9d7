import { KeyObject, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import type { Authority } from './authority.ts'
import type { KeyPair } from './key-pair.ts'
import { dayLength, keyAlgorithm, leafDays, loadX509 } from './x509.ts'

/**
 * Makes a server's certificate for these names, signed by the authority. Its key is never kept.
 *
 * @param names host names and IP addresses.
 * @param now wall clock, milliseconds.
 */
export async function issueCertificate(authority: Authority, names: readonly string[], now: number): Promise<KeyPair> {
  const x509 = await loadX509()
  const issuer = new x509.X509Certificate(authority.certificate)
  const keys = await webcrypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${names[0]}`,
    issuer: issuer.subject,
    notBefore: new Date(now - dayLength),
    notAfter: new Date(now + leafDays * dayLength),
    signingAlgorithm: keyAlgorithm,
    publicKey: keys.publicKey,
    signingKey: authority.key.toCryptoKey(keyAlgorithm, false, ['sign']),
    extensions: [
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }))),
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }) as string
  return { cert: `${certificate.toString('pem')}\n${authority.certificate}`, key }
}
