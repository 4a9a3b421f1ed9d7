import { resolve } from 'node:path'
import { wallClock } from '../clock.ts'
import { icimsHosts } from '../hosts.ts'
import { defaultCacheFolder } from '../store/world.ts'
import type { KeyPair } from '../tls/key-pair.ts'
import type { ServeFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'

/** What to serve HTTPS with, and the file of our own authority where it was signed by that. */
export type Tls = KeyPair & { ca?: string }

/** Addresses that stand for every address of the machine. */
const wildcards = ['0.0.0.0', '::']

/**
 * The certificate the flags name, or one made on the spot for the names of iCIMS and of this machine; undefined without
 * `--tls`.
 *
 * @throws UsageError, CertificateError
 */
export async function openTls({ tls, tlsCert, tlsKey, cache, host }: ServeFlags): Promise<Tls | undefined> {
  if (tlsCert !== undefined && tlsKey !== undefined) {
    return (await import('../tls/supplied.ts')).readCertificate(tlsCert, tlsKey)
  }
  if (tlsCert !== undefined || tlsKey !== undefined) {
    throw new UsageError('--tls-cert and --tls-key belong together: give both or none.')
  }
  if (!tls) return undefined
  const now = wallClock()
  const { openAuthority } = await import('../tls/authority.ts')
  const { issueCertificate } = await import('../tls/issue.ts')
  const authority = await openAuthority(resolve(cache ?? defaultCacheFolder(process.env)), now)
  const names = new Set([...icimsHosts, 'localhost', '127.0.0.1', '::1', host])
  for (const wildcard of wildcards) names.delete(wildcard)
  return { ...(await issueCertificate(authority, [...names], now)), ca: authority.file }
}
