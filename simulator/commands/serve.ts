import { tokenPath } from '../hosts.ts'
import type { Simulator } from '../index.ts'
import type { Listening } from '../server.ts'
import { describeSignIn } from '../sign-in.ts'
import { removeLeftDrafts } from '../store/draft.ts'
import { defaultCacheFolder } from '../store/world.ts'
import type { ServeFlags } from './flags.ts'
import { keepAlive } from './keep-alive.ts'
import { openClock } from './open-clock.ts'
import { openPorts } from './open-ports.ts'
import { openTenant } from './open-tenant.ts'
import { openTls } from './open-tls.ts'
import { stopSignal } from './stop-signal.ts'

/** `icims-simulator serve`: the tenant on a port until it is told to stop. */
export async function serve(flags: ServeFlags): Promise<void> {
  let isBroken = false
  const broken = (message: string): void => {
    isBroken = true
    tell(message)
  }
  const tls = await openTls(flags)
  const stop = new AbortController()
  const stopped = stopSignal().then(() => stop.abort())
  const simulator = await openTenant(flags, openClock(flags), {
    signal: stop.signal,
    ...(flags.strict && { strict: true, onUnfit: broken }),
    life: flags.live === undefined ? flags.life : 'live',
    ...(flags.controlToken && { controlToken: flags.controlToken }),
    ...(flags.faults !== undefined && { faults: flags.faults.split(',').map((name) => name.trim()) }),
    ...(flags.publicUrl !== undefined && { publicUrl: flags.publicUrl }),
    onUndelivered: tell,
    onUnusedFault: tell,
    onUnmatched: flags.strict ? broken : tell,
    onInternalError: reportDefect,
  }).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  if (simulator === undefined) return
  const listening = await openPorts(simulator, flags, tls)
  const ca = tls?.ca
  removeLeftDrafts(flags.cache ?? defaultCacheFolder(process.env))
  process.stdout.write(
    flags.json ? `${JSON.stringify(coordinates(simulator, listening, ca))}\n` : greeting(simulator, listening, ca),
  )
  const rest = flags.live === undefined ? () => undefined : keepAlive(simulator, reportDefect)
  await stopped
  rest()
  await listening.close()
  await simulator.close()
  if (isBroken) process.exitCode = 1
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`)
}

function reportDefect(error: unknown): void {
  process.stderr.write(`internal error: ${(error as Error).stack ?? error}\n`)
}

function coordinates(simulator: Simulator, { baseUrl, loginUrl, proxyUrl }: Listening, ca?: string): object {
  const { portals } = simulator.tenant.config
  return { baseUrl, proxyUrl, ca, portals, ...describeSignIn(simulator.coordinates, loginUrl) }
}

function greeting(simulator: Simulator, { baseUrl, loginUrl, proxyUrl }: Listening, ca?: string): string {
  const { customerId, users } = simulator.coordinates
  const [user] = users
  const { store } = simulator.tenant
  const trust = ca === undefined ? '' : ` --cacert '${ca}'`
  const lines = [
    `iCIMS simulator on ${baseUrl}, customer ${customerId}`,
    `  Basic   ${user!.username} / ${user!.password}`,
    `  OAuth   ${loginUrl}${tokenPath}, client ${user!.clientId} / ${user!.clientSecret}`,
    `  HMAC    ${user!.username}, key ${user!.hmacKey}`,
    ...(ca === undefined ? [] : [`  CA      ${ca}, which clients must trust`]),
    ...(proxyUrl === undefined ? [] : [`  proxy   ${proxyUrl}, for clients that dial the names of iCIMS`]),
    `  holds   ${store.count('person')} people, ${store.count('job')} jobs, ${store.count('applicantworkflow')} applicant workflows`,
    `  try     curl${trust} -u ${user!.username}:${user!.password} ${baseUrl}/customers/${customerId}/people/1`,
    ...(isSteered(simulator) ? [`  time    ${describeTime(simulator)}`] : []),
    `  control ${baseUrl}/_sim/openapi.json`,
  ]
  return `${lines.join('\n')}\n`
}

/** Whether the tenant's time is another than the machine's. */
function isSteered({ tenant: { clock, wallClock } }: Simulator): boolean {
  const state = clock.state()
  return state.mode === 'frozen' || state.speed !== 1 || Math.abs(clock.now() - wallClock()) > 60_000
}

function describeTime({ tenant: { clock, life } }: Simulator): string {
  const state = clock.state()
  const how =
    state.mode === 'frozen' ? 'stands still' : `runs at ${state.speed}x${life?.live ? ', and its people live' : ''}`
  return `${new Date(clock.now()).toISOString()}, ${how}`
}
