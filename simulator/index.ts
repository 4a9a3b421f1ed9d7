import type { AppOptions } from './app-options.ts'
import { type Clock, createFrozenClock, utcDay, wallClock } from './clock.ts'
import type { EventsOptions } from './events/events.ts'
import type { Timer } from './events/timer.ts'
import type { Deliver } from './events/transport.ts'
import { createFace } from './face.ts'
import type { FaultRule } from './faults/rule.ts'
import type { Common } from './held-tenant.ts'
import type { HostRole } from './hosts.ts'
import { loadSearch } from './search/load-search.ts'
import type { Snapshot } from './snapshots.ts'
import { isKept, openDatabase, readKept, removeDatabase } from './store/database.ts'
import { defaultCacheFolder, type FillWorld, findWorld, type StartProgress, type World } from './store/world.ts'
import type { TenantConfig } from './tenant/config.ts'
import { type Coordinates, defaultCoordinates } from './tenant/coordinates.ts'
import type { PresetName } from './tenant/presets/presets.ts'
import { resolveTenant, type TenantOverrides } from './tenant/resolve.ts'
import type { Tenant } from './tenant/tenant.ts'
import { createWords, type Words } from './tenant/words.ts'
import { openTenants } from './tenants.ts'

export { type Clock, createClock, createFrozenClock, createRunningClock, fixedEpoch } from './clock.ts'
export { RefusedError } from './refused-error.ts'
export type { Snapshot } from './snapshots.ts'
export { stateDigest } from './state-digest.ts'
export type { StartProgress } from './store/world.ts'
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
  /** Stands still at `fixedEpoch` unless given, or goes on as a data file says. The seeded story ends on its first day. */
  clock?: Clock
  /** Real time in milliseconds, which the age of a signature is measured by. */
  wallClock?: () => number
  /** File to keep the tenant in; in memory without it. One that exists is opened as it is, whatever the seed. */
  data?: string
  /** Rows of one's own on top of a new tenant: .yaml, .json or .csv. They are part of what a reset goes back to. */
  seedFile?: string
  /** Folder for made worlds, or false to make one in memory each time. */
  cache?: string | false
  /** Told how far what a large tenant takes to start has come: making its people, and copying them into a data file. */
  onStartProgress?: (progress: StartProgress) => void
  /** Stops the making of a world; what there is of it is removed. */
  signal?: AbortSignal
  /** Choices between two plausible readings, by the names of `x-switch` in the OpenAPI document. */
  switches?: Readonly<Record<string, string | number | boolean>>
  /** Calls that go wrong on purpose: rules, or names of sets. A tenant file may hold some too. */
  faults?: readonly (FaultRule | string)[]
  /** What takes the events instead of the network, such as an application's own `fetch`. False: they stay in the outbox. */
  deliver?: Deliver | false
  /** What links in events start with; where the simulator listens, or iCIMS's own host, unless given. */
  publicUrl?: string
  /** Measures how long a partner takes to answer an event; real time unless given. */
  timer?: Timer
  /** Told of every event that did not reach its partner. */
  onUndelivered?: (message: string) => void
  /** How faults wait; real time unless given. */
  wait?: (milliseconds: number) => Promise<void>
  /** Told, when the tenant closes, of every fault that has hit nothing. */
  onUnusedFault?: (message: string) => void
  /** Whether people do something by themselves: `true` whenever `advance` moves the time, `'live'` as a clock goes on, too. */
  life?: boolean | 'live'
  /** Checks every answer against the OpenAPI document, for the journal; what no operation answers gets a 501 for a 404. */
  strict?: boolean
  /** Told once of every kind of answer that does not fit the document. Given, every answer is checked. */
  onUnfit?: (message: string) => void
  /** What a request to `/_sim` must then carry as a bearer token. Without one it must come from this machine. */
  controlToken?: string
  /** How many exchanges the journal keeps. */
  journalSize?: number
  /** Told of every request that no operation answers. */
  onUnmatched?: (message: string) => void
  /** Told of a defect of the simulator itself. */
  onInternalError?: (error: unknown) => void
}

/** A running fake of iCIMS: one tenant, and the forks of it. */
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
  /** Customer id of the tenant it was forked from. */
  forkedFrom?: number
  /** What its control routes ask for, if anything. */
  controlToken?: string
  /** Port of its login host, where that has one of its own, and where it is reached. `listen` notes both here. */
  ports: { login?: number; baseUrl?: string }
  /** Every tenant here, each as a simulator that answers for it alone. The first one answers for all. */
  list(): Simulator[]
  /** The tenant of this customer. */
  find(customerId: number): Simulator | undefined
  /**
   * A copy that goes its own way from now on: the same rows, files and time, a customer id and credentials of its own, an
   * empty journal, nothing called yet. What either writes afterwards the other does not see.
   *
   * @param customerId the next free one unless given.
   * @throws RefusedError for one that is taken.
   */
  fork(customerId?: number): Simulator
  /**
   * Back to the start, which is the seed, or where it was forked: rows, quota, kept searches, journal, and
   * the clock. Snapshots stay.
   */
  reset(): void
  /** Keeps the state under a name, `snapshot-1` and so on unless given; one of the same name is replaced. */
  snapshot(name?: string): Snapshot
  snapshots(): Snapshot[]
  /** @throws RefusedError for a name that is not there. */
  restore(name: string): Snapshot
  /** @throws RefusedError for a name that is not there. */
  removeSnapshot(name: string): void
  /**
   * Moves the time on: by milliseconds, by a text such as `7d` or `1d12h`, or to an instant. What is due meanwhile happens.
   *
   * @param isStill lets the time pass without the tenant's people doing anything; for one that was made with `life`.
   * @throws RefusedError for an instant in the past.
   */
  advance(by: number | string | { to: string | number }, isStill?: boolean): void
  /**
   * Lets the clock run, so many times as fast as the machine's, or stand still.
   *
   * @throws RefusedError for a clock to live by in a tenant made without `life`.
   */
  setClock(setting: 'frozen' | { speed: number; live?: boolean }): void
  /** Resolves when every event of the tenant has been sent and answered, or has failed. */
  delivered(): Promise<void>
  /**
   * Removes a fork, with its snapshots.
   *
   * @throws RefusedError for the tenant the simulator was made for.
   */
  remove(): void
  /** A fork is removed; the tenant a simulator was made for takes all its forks with it. */
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
  const { coordinates = defaultCoordinates } = options
  const isNew = !isKept(options.data)
  // A data file goes on with the clock it was kept with, unless it is given another.
  const clock = options.clock ?? (isNew ? createFrozenClock() : undefined)
  const overrides = { ...options.tenant, ...(options.switches && { switches: options.switches }) }
  const described = await resolveTenant(options.preset ?? 'default', overrides, coordinates)
  const people = options.people ?? described.people
  const { config: stored, seed = options.seed ?? 'icims' } = readKept(options.data)
  // Of a tenant that is kept, only what its command line says anew changes.
  const config: TenantConfig = stored
    ? { ...stored, ...coordinates, switches: { ...stored.switches, ...options.switches } }
    : described.config
  const words = createWords(config)
  // Entrance criteria are searches, which are made in the middle of a write.
  if (config.statuses.some(({ entrance }) => entrance !== undefined)) await loadSearch()
  const world = isNew ? await makeWorld({ ...options, people }, words, utcDay(clock!.now())) : undefined
  const shared = openDatabase(words, world, options.data, seed, options.onStartProgress)
  const { database } = shared.connection
  const app: AppOptions = {
    ...(options.onUnmatched && { onUnmatched: options.onUnmatched }),
    ...(options.onInternalError && { onInternalError: options.onInternalError }),
    ...(options.wait && { wait: options.wait }),
    ...((options.strict || options.onUnfit) && (await import('./check.ts')).createChecking(options)),
  }
  const ports: Simulator['ports'] = {}
  try {
    const life = await loadLife(options.life, seed)
    const tenants = openTenants(
      {
        ...shared,
        seed,
        wallClock: options.wallClock ?? wallClock,
        journalSize: options.journalSize,
        app,
        events: eventsOptions(options, ports),
        life,
      },
      words,
      clock,
    )
    if (isNew && options.seedFile !== undefined) {
      await (await import('./seed/load-seed-file.ts')).loadSeedFile(tenants.own.tenant, options.seedFile)
      tenants.own.tenant.store.settle()
    }
    if (isNew) tenants.own.tenant.outbox.reset(config.events ?? [])
    for (const fault of [...(config.faults ?? []), ...(options.faults ?? [])]) tenants.own.tenant.faults.add(fault)
    const { controlToken, onInternalError, onUnusedFault } = options
    return createFace({ tenants, database, ports, controlToken, onInternalError, onUnusedFault })
  } catch (error) {
    database.close()
    // A data file without its rows would be taken for a finished one at the next start.
    if (isNew) removeDatabase(options.data)
    throw error
  }
}

function eventsOptions(options: SimulatorOptions, ports: Simulator['ports']): EventsOptions {
  const { deliver, timer, publicUrl, onUndelivered, onInternalError } = options
  return {
    base: () => publicUrl?.replace(/\/+$/, '') ?? ports.baseUrl,
    ...(deliver !== undefined && { deliver }),
    ...(timer && { timer }),
    ...(onUndelivered && { onUndelivered }),
    ...(onInternalError && { onInternalError }),
  }
}

/** Loaded where it is wanted only: it brings the seed's makers along. */
async function loadLife(life: SimulatorOptions['life'], seed: string): Promise<Common['life']> {
  if (life === undefined || life === false) return undefined
  const { createLife } = await import('./life/life.ts')
  return (context) => createLife(context, seed, life === 'live')
}

/** The world the options describe, out of the cache or made now. */
async function makeWorld(options: SimulatorOptions & { people: number }, words: Words, today: string): Promise<World> {
  const { seed = 'icims', people, cache = defaultCacheFolder(process.env) } = options
  const { generatorVersion } = await import('./seed/version.ts')
  const loadGenerator = async (): Promise<FillWorld> => {
    const { seedWorld } = await import('./seed/seed-world.ts')
    return (put) => seedWorld({ seed, people, today, config: words.config }, put)
  }
  return findWorld({ seed, people, today, words, generatorVersion }, cache, loadGenerator, options)
}
