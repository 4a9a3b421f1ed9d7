import type { Simulator } from '../index.ts'
import { RefusedError } from '../refused-error.ts'
import { type Listening, listen } from '../server.ts'
import type { ServeFlags } from './flags.ts'
import type { Tls } from './open-tls.ts'
import { UsageError } from './usage-error.ts'

/**
 * Puts the tenant on the ports the flags name.
 *
 * @throws UsageError for ports that are taken, forbidden, or the same, RefusedError as `listen` does.
 */
export async function openPorts(simulator: Simulator, flags: ServeFlags, tls: Tls | undefined): Promise<Listening> {
  const { host, port, loginPort, proxyPort, trustProxy = false } = flags
  if (proxyPort !== undefined && tls === undefined) {
    throw new UsageError('--proxy-port needs --tls: what goes through the proxy is HTTPS.')
  }
  const ports = { '--port': port, '--login-port': loginPort, '--proxy-port': proxyPort }
  checkApart(ports)
  try {
    return await listen(simulator, {
      host,
      port,
      trustProxy,
      ...(loginPort !== undefined && { loginPort }),
      ...(proxyPort !== undefined && { proxyPort }),
      ...(tls && { tls }),
      onRefused: (message) => process.stderr.write(`${message}\n`),
    })
  } catch (error) {
    if (error instanceof RefusedError) throw error
    const { code, port: refused = port, message } = error as NodeJS.ErrnoException & { port?: number }
    const flag = Object.entries(ports).find(([, wanted]) => wanted === refused)?.[0] ?? '--port'
    if (code === 'EADDRINUSE') {
      throw new UsageError(
        `port ${refused} on ${host} is taken. Stop what runs there, or choose another with ${flag} (0 takes a free one).`,
      )
    }
    throw new UsageError(
      `cannot listen on ${host}:${refused} (${code ?? message}). Choose others with --host and ${flag}.`,
    )
  }
}

function checkApart(ports: Readonly<Record<string, number | undefined>>): void {
  const given = Object.entries(ports).filter(([, port]) => port !== undefined && port !== 0)
  for (const [flag, port] of given) {
    const [first] = given.find(([, other]) => other === port)!
    if (first !== flag) throw new UsageError(`${first} and ${flag} are both ${port}. Each needs a port of its own.`)
  }
}
