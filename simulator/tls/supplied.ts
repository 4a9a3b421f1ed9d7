import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { CertificateError, type KeyPair } from './key-pair.ts'

/**
 * Reads a certificate chain, the server's own first, and its key from PEM files.
 *
 * @throws CertificateError for a file that cannot be read or is something else, a key with a passphrase, and a key that
 *   belongs to another certificate.
 */
export function readCertificate(certificateFile: string, keyFile: string): KeyPair {
  const cert = read('certificate', certificateFile)
  const key = read('key', keyFile)
  const certificate = parseCertificate(cert, certificateFile)
  if (!certificate.checkPrivateKey(parseKey(key, keyFile))) {
    throw new CertificateError(`the key ${keyFile} does not belong to the first certificate of ${certificateFile}.`)
  }
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new CertificateError(`${certificateFile} and ${keyFile} cannot be used: ${(error as Error).message}.`)
  }
  return { cert, key }
}

function read(what: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CertificateError(`cannot read the ${what} ${file}: ${(error as NodeJS.ErrnoException).code}.`)
  }
}

function parseCertificate(pem: string, file: string): X509Certificate {
  try {
    return new X509Certificate(pem)
  } catch {
    throw new CertificateError(`${file} holds no PEM certificate.`)
  }
}

function parseKey(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch (error) {
    const isLocked = ['ERR_MISSING_PASSPHRASE', 'ERR_OSSL_CRYPTO_INTERRUPTED_OR_CANCELLED'].includes(
      (error as NodeJS.ErrnoException).code ?? '',
    )
    throw new CertificateError(
      isLocked ? `the key ${file} is locked with a passphrase: give one without.` : `${file} holds no PEM key.`,
    )
  }
}
