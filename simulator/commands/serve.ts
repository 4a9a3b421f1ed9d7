import { createRunningClock } from '../clock.ts'
import type { Simulator } from '../index.ts'
import { RefusedError } from '../refused-error.ts'
import { type Listening, listen } from '../server.ts'
import { openTenant } from './open-tenant.ts'
import { type ServeFlags, UsageError } from './program.ts'

/** `icims-simulator serve`: the tenant on a port until it is told to stop. */
export async function serve(flags: ServeFlags): Promise<void> {
  const simulator = await openTenant(flags, createRunningClock(), {
    ...(flags.strict && { strict: true }),
    ...(flags.controlToken && { controlToken: flags.controlToken }),
    onUnmatched: (message) => process.stderr.write(`${message}\n`),
    onInternalError: (error) => process.stderr.write(`internal error: ${(error as Error).stack ?? error}\n`),
  })
  const listening = await listenOrExplain(simulator, flags)
  process.stdout.write(
    flags.json ? `${JSON.stringify(coordinates(simulator, listening))}\n` : greeting(simulator, listening),
  )
  await stopSignal()
  await listening.close()
  await simulator.close()
}

/** Resolves on Ctrl-C, on a polite kill, and when the parent that spawned it goes away. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
    process.once('disconnect', () => resolve())
    // Listening alone must not keep the process up once it has been told to stop.
    process.channel?.unref()
  })
}

async function listenOrExplain(simulator: Simulator, flags: ServeFlags): Promise<Listening> {
  const { host, port, loginPort, trustProxy = false } = flags
  if (loginPort !== undefined && loginPort !== 0 && loginPort === port) {
    throw new UsageError(`--port and --login-port are both ${port}. Each needs a port of its own.`)
  }
  try {
    return await listen(simulator, { host, port, trustProxy, ...(loginPort !== undefined && { loginPort }) })
  } catch (error) {
    if (error instanceof RefusedError) throw error
    const { code, port: refused = port, message } = error as NodeJS.ErrnoException & { port?: number }
    const flag = refused === loginPort ? '--login-port' : '--port'
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

function coordinates(simulator: Simulator, { baseUrl, loginUrl }: Listening): object {
  const { customerId, users } = simulator.coordinates
  const signIn = ({ username, password, clientId, clientSecret, hmacKey }: (typeof users)[number]): object => ({
    basic: { username, password },
    oauth: { tokenUrl: `${loginUrl}/oauth/token`, clientId, clientSecret },
    hmac: { username, key: hmacKey },
  })
  return { baseUrl, customerId, ...signIn(users[0]!), connectorUser: signIn(users[1]!) }
}

function greeting(simulator: Simulator, { baseUrl, loginUrl }: Listening): string {
  const { customerId, users } = simulator.coordinates
  const [user] = users
  const { store } = simulator.tenant
  return `iCIMS simulator on ${baseUrl}, customer ${customerId}
  Basic   ${user!.username} / ${user!.password}
  OAuth   ${loginUrl}/oauth/token, client ${user!.clientId} / ${user!.clientSecret}
  HMAC    ${user!.username}, key ${user!.hmacKey}
  holds   ${store.count('person')} people, ${store.count('job')} jobs, ${store.count('applicantworkflow')} applicant workflows
  try     curl -u ${user!.username}:${user!.password} ${baseUrl}/customers/${customerId}/people/1
  control ${baseUrl}/_sim/openapi.json
`
}
