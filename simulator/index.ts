import { readAddress } from './address.ts'
import { createApiHost } from './app.ts'
import type { AppOptions } from './app-options.ts'
import { createTokenThrottle } from './auth/token-throttle.ts'
import { type Clock, createFrozenClock, utcDay, wallClock } from './clock.ts'
import { createFaults } from './faults/faults.ts'
import type { FaultRule } from './faults/rule.ts'
import { type HostRole, roleOf, tokenPath } from './hosts.ts'
import { createJournal } from './journal.ts'
import { createLoginHost } from './login-host.ts'
import { createQuota } from './quota.ts'
import { createSearchCache } from './search/search-cache.ts'
import { isKept, openDatabase, readConfig, removeDatabase } from './store/database.ts'
import { openLayer } from './store/layer.ts'
import { defaultCacheFolder, type FillWorld, findWorld } from './store/world.ts'
import type { TenantConfig } from './tenant/config.ts'
import { type Coordinates, defaultCoordinates } from './tenant/coordinates.ts'
import type { PresetName } from './tenant/presets/presets.ts'
import { resolveTenant, type TenantOverrides } from './tenant/resolve.ts'
import type { Tenant } from './tenant/tenant.ts'
import { createWords } from './tenant/words.ts'

export { type Clock, createFrozenClock, createRunningClock, fixedEpoch } from './clock.ts'
export { type Coordinates, defaultCoordinates } from './tenant/coordinates.ts'

/** How a fake tenant is made; everything has a default. */
export type SimulatorOptions = {
  /** Names the random choices: the same seed gives the same bytes. */
  seed?: string
  /** How many people the tenant has, as many as its preset unless given; jobs, locations and workflows scale with it. */
  people?: number
  /** The ready-made tenant to start from; `default` unless given. */
  preset?: PresetName
  /** What this tenant has otherwise than the preset: a part given takes the place of the preset's, of `lists` each list. */
  tenant?: TenantOverrides
  /** Customer id, users and secrets. */
  coordinates?: Coordinates
  /** Stands still at `fixedEpoch` unless given. The seeded story ends on its day. */
  clock?: Clock
  /** Real time in milliseconds, which the age of a signature is measured by. */
  wallClock?: () => number
  /** File to keep the tenant in; in memory without it. One that exists is opened as it is, whatever the seed. */
  data?: string
  /** Rows of one's own on top of a new tenant: .yaml, .json or .csv. They are part of what a reset goes back to. */
  seedFile?: string
  /** Folder for made worlds, or false to make one in memory each time. */
  cache?: string | false
  /** Choices between two plausible readings, by the names of `x-switch` in the OpenAPI document. */
  switches?: Readonly<Record<string, string | number | boolean>>
  /** Calls that go wrong on purpose: rules, or names of sets. A tenant file may hold some too. */
  faults?: readonly (FaultRule | string)[]
  /** How faults wait; real time unless given. */
  wait?: (milliseconds: number) => Promise<void>
  /** Told, when the tenant closes, of every fault that has hit nothing. */
  onUnusedFault?: (message: string) => void
  /** Checks every answer against the OpenAPI document and notes in the journal where it does not fit. */
  strict?: boolean
  /** What a request to `/_sim` must then carry as a bearer token. Without one it must come from this machine. */
  controlToken?: string
  /** How many exchanges the journal keeps. */
  journalSize?: number
  /** Told of every request that no operation answers. */
  onUnmatched?: (message: string) => void
  /** Told of a defect of the simulator itself. */
  onInternalError?: (error: unknown) => void
}

/** A running fake of iCIMS. */
export type Simulator = {
  /** Answers one request, without a port. Any origin will do; it is the one links in the answer start with. */
  fetch(request: Request): Promise<Response>
  /**
   * The same, at once where nothing has to be waited for.
   *
   * @param target path and query as they stood in the request line, which is what a signature covers.
   * @param port what the port it came in on answers; anything unless told.
   */
  answer(request: Request, target?: string, port?: HostRole): Response | Promise<Response>
  /** The tenant's insides, for tests and for the control routes. */
  tenant: Tenant
  coordinates: Coordinates
  /** What its control routes ask for, if anything. */
  controlToken?: string
  /** The tenant of this customer, among those it holds. */
  find(customerId: number): Simulator | undefined
  /** Back to the seeded state: rows, quota, kept searches, journal. */
  reset(): void
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Makes a fake iCIMS tenant: seeded, stateful, in process. `listen` in `server.ts` puts it on a port.
 *
 * @throws DataFileError when `data` is no tenant of this version, SeedFileError when `seedFile` cannot be used,
 *   TenantConfigError when the configuration contradicts itself.
 */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { seed = 'icims', clock = createFrozenClock(), coordinates = defaultCoordinates } = options
  const cache = options.cache ?? defaultCacheFolder(process.env)
  const overrides = { ...options.tenant, ...(options.switches && { switches: options.switches }) }
  const described = await resolveTenant(options.preset ?? 'default', overrides, coordinates)
  const people = options.people ?? described.people
  const stored = readConfig(options.data)
  // Of a tenant that is kept, only what its command line says anew changes.
  const config: TenantConfig = stored
    ? { ...stored, ...coordinates, switches: { ...stored.switches, ...options.switches } }
    : described.config
  const words = createWords(config)
  const { generatorVersion } = await import('./seed/version.ts')
  const today = utcDay(clock.now())
  const isNew = !isKept(options.data)
  const loadGenerator = async (): Promise<FillWorld> => {
    const { seedWorld } = await import('./seed/seed-world.ts')
    return (put) => seedWorld({ seed, people, today, config }, put)
  }
  const world = isNew
    ? await findWorld({ seed, people, today, words, generatorVersion }, cache, loadGenerator)
    : undefined
  const database = openDatabase(words, world, options.data)
  const tenant: Tenant = {
    ...words,
    clock,
    wallClock: options.wallClock ?? wallClock,
    store: openLayer(database, words),
    journal: createJournal(options.journalSize),
    searches: createSearchCache(clock),
    quota: createQuota(clock, config),
    faults: createFaults(clock, config, seed),
    tokens: { generation: 0 },
    tokenThrottle: createTokenThrottle(clock),
    tokenKey: `${seed} ${config.customerId}`,
  }
  if (isNew && options.seedFile !== undefined) {
    try {
      await (await import('./seed/load-seed-file.ts')).loadSeedFile(tenant, options.seedFile)
      tenant.store.settle()
    } catch (error) {
      database.close()
      // A data file without its rows would be taken for a finished one at the next start.
      removeDatabase(options.data)
      throw error
    }
  }
  const hostOptions: AppOptions = {
    ...(options.onUnmatched && { onUnmatched: options.onUnmatched }),
    ...(options.onInternalError && { onInternalError: options.onInternalError }),
    ...(options.wait && { wait: options.wait }),
    ...(options.strict && { check: (await import('./check.ts')).createAnswerCheck() }),
  }
  const answerApi = createApiHost(tenant, hostOptions)
  const answerLogin = createLoginHost(tenant, hostOptions)
  const reset = (): void => {
    tenant.store.reset()
    tenant.quota.reset()
    tenant.faults.clear()
    tenant.tokenThrottle.reset()
    tenant.searches.clear()
    tenant.journal.clear()
  }
  for (const fault of [...(config.faults ?? []), ...(options.faults ?? [])]) tenant.faults.add(fault)
  const close = async (): Promise<void> => {
    for (const message of database.isOpen ? tenant.faults.unused() : []) options.onUnusedFault?.(message)
    if (database.isOpen) database.close()
  }
  const answer: Simulator['answer'] = (request, target, port = 'any') => {
    const address = readAddress(request.url)
    const role = roleOf(address, port)
    if (role === 'login' || (role === 'any' && address.path === tokenPath)) return answerLogin(request, address)
    if (address.path.startsWith('/_sim/')) return control(request)
    return answerApi(request, address, target)
  }
  const control = async (request: Request): Promise<Response> =>
    (await import('./control/control.ts')).answerControl(simulator, request, options.onInternalError)
  const simulator: Simulator = {
    fetch: async (request) => answer(request),
    answer,
    tenant,
    coordinates,
    ...(options.controlToken !== undefined && { controlToken: options.controlToken }),
    find: (customerId) => (customerId === config.customerId ? simulator : undefined),
    reset,
    close,
    [Symbol.asyncDispose]: close,
  }
  return simulator
}
