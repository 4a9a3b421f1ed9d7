import { createPrivateKey, KeyObject, webcrypto, X509Certificate } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CertificateError } from './key-pair.ts'
import { dayLength, keyAlgorithm, leafDays, loadX509 } from './x509.ts'

/** A certificate authority of this machine alone: what it signs is trusted by whoever trusts its file. */
export type Authority = {
  /** The file clients are given. */
  file: string
  /** Its certificate, PEM. */
  certificate: string
  key: KeyObject
}

/** How long an authority lasts. */
const authorityDays = 3_650

/**
 * The authority kept in this folder, or a new one where there is none, where it is damaged, or where it would end before
 * what it signs. Two processes may make one at once: each makes a folder of its own, and the first one moved into place
 * is everybody's.
 *
 * @param now wall clock, milliseconds.
 * @throws CertificateError when the folder cannot be written.
 */
export async function openAuthority(cache: string, now: number): Promise<Authority> {
  const folder = join(cache, 'authority')
  const kept = readAuthority(folder, now)
  if (kept !== undefined) return kept
  const made = await makeAuthority(now)
  try {
    mkdirSync(cache, { recursive: true })
    const draft = mkdtempSync(`${folder}-`)
    writeFileSync(join(draft, 'ca.pem'), made.certificate)
    writeFileSync(join(draft, 'ca-key.pem'), made.key, { mode: 0o600 })
    // Other users of the machine may read the certificate; the key stays with this one.
    chmodSync(draft, 0o755)
    moveIntoPlace(draft, folder, now)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new CertificateError(
      `cannot keep a certificate authority in ${folder} (${code ?? message}). Choose another folder with --cache, or bring a certificate with --tls-cert and --tls-key.`,
    )
  }
  const placed = readAuthority(folder, now)
  if (placed === undefined) throw new CertificateError(`the certificate authority in ${folder} cannot be read.`)
  return placed
}

function moveIntoPlace(draft: string, folder: string, now: number): void {
  try {
    renameSync(draft, folder)
  } catch (error) {
    if (readAuthority(folder, now) === undefined) {
      rmSync(folder, { recursive: true, force: true })
      renameSync(draft, folder)
      return
    }
    rmSync(draft, { recursive: true })
    const { code } = error as NodeJS.ErrnoException
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code ?? '')) throw error
  }
}

function readAuthority(folder: string, now: number): Authority | undefined {
  try {
    const file = join(folder, 'ca.pem')
    const certificate = readFileSync(file, 'utf8')
    const key = createPrivateKey(readFileSync(join(folder, 'ca-key.pem')))
    const parsed = new X509Certificate(certificate)
    const isLasting = parsed.validToDate.getTime() > now + leafDays * dayLength
    return isLasting && parsed.ca && parsed.checkPrivateKey(key) ? { file, certificate, key } : undefined
  } catch {
    return undefined
  }
}

async function makeAuthority(now: number): Promise<{ certificate: string; key: string }> {
  const x509 = await loadX509()
  const keys = await webcrypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify'])
  const { keyCertSign, cRLSign } = x509.KeyUsageFlags
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=iCIMS simulator local CA',
    notBefore: new Date(now - dayLength),
    notAfter: new Date(now + authorityDays * dayLength),
    signingAlgorithm: keyAlgorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }) as string
  return { certificate: `${certificate.toString('pem')}\n`, key }
}
