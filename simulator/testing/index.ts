import { apiOrigin } from '../hosts.ts'
import { createSimulator, type Simulator, type SimulatorOptions } from '../index.ts'
import { describeSignIn, type SignInSheet } from '../sign-in.ts'
import { createActions, type TestActions } from './actions.ts'
import { createTestJournal, type TestJournal } from './journal.ts'

export { createFrozenClock, fixedEpoch, type Simulator, type SimulatorOptions } from '../index.ts'
export type { SignInSheet } from '../sign-in.ts'
export type { Fields, TestActions } from './actions.ts'
export { ExpectationError, type ExpectedCalls, type TestJournal } from './journal.ts'

/** What a tenant for a test is made with: anything a simulator takes, and whether it answers on a port. */
export type TestTenantOptions = SimulatorOptions & {
  /** Answers on this port of 127.0.0.1 too; 0, or true, takes a free one. Without it only `fetch` reaches the tenant. */
  port?: number | true
}

/** A tenant that one test has for itself. */
export type TestTenant = {
  /** What the test does to it. */
  tenant: TestActions
  /** Reaches the tenant and nothing else: to be handed to the client under test. */
  fetch: typeof fetch
  /** What the addresses of the API start with; real with a port, iCIMS's own without one. */
  baseUrl: string
  /** Customer id, and how to sign in. */
  credentials: SignInSheet
  journal: TestJournal
  /** All the rest. */
  simulator: Simulator
  /** Another one that starts with the same rows and goes its own way. */
  fork(): TestTenant
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Makes a tenant for one test: seeded with the same bytes each time, with nothing in common with any other, so that tests run
 * in parallel. Its time stands still at 15 January 2026, 15:00 UTC, unless a clock is given.
 */
export async function createTenant(options: TestTenantOptions = {}): Promise<TestTenant> {
  const { port, ...rest } = options
  const simulator = await createSimulator(rest)
  if (port === undefined) {
    const { region } = simulator.tenant.config
    return assemble(simulator, { baseUrl: apiOrigin(region), loginUrl: loginOrigin }, () => simulator.close())
  }
  const { listen } = await import('../server.ts')
  const listening = await listen(simulator, { host: '127.0.0.1', port: port === true ? 0 : port })
  return assemble(simulator, listening, async () => {
    await listening.close()
    await simulator.close()
  })
}

const loginOrigin = 'https://login.icims.com'

function assemble(
  simulator: Simulator,
  addresses: { baseUrl: string; loginUrl: string },
  close: () => Promise<void>,
): TestTenant {
  const { baseUrl, loginUrl } = addresses
  return {
    tenant: createActions(simulator, baseUrl),
    fetch: async (input, init) => simulator.fetch(new Request(input, init)),
    baseUrl,
    credentials: describeSignIn(simulator.coordinates, loginUrl),
    journal: createTestJournal(simulator.tenant.journal),
    simulator,
    fork() {
      const forked = simulator.fork()
      return assemble(forked, addresses, () => forked.close())
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
