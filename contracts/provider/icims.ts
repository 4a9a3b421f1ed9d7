import { Verifier } from '@pact-foundation/pact'
import { createSimulator, defaultCoordinates, type Simulator } from '../../simulator/index.ts'
import { listen } from '../../simulator/server.ts'
import { contractCustomer, type ProviderStates, type StateName } from '../states.ts'
import { checkVerification } from './guards.ts'
import type { PactFile } from './pact-file.ts'
import { stateHandlers } from './states.ts'

/** What a verification came to; no problems means that every interaction was replayed and fits. */
export type Verification = { verified: number; milliseconds: number; problems: string[] }

/** Replays a pact file against the simulator, which answers on a port of its own. */
export async function verifyIcims(file: PactFile): Promise<Verification> {
  const started = performance.now()
  // A small quota, so that using it up takes no time.
  const users = defaultCoordinates.users.map((user) => ({ ...user, quota: 1_000 }))
  await using simulator = await createSimulator({
    people: 0,
    strict: true,
    coordinates: { customerId: contractCustomer, users },
  })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const stateErrors: unknown[] = []
  let verified = 0
  const problems: string[] = []
  try {
    await new Verifier({
      provider: file.provider,
      providerBaseUrl: server.baseUrl,
      pactUrls: [file.path],
      stateHandlers: verifierHandlers(simulator, stateErrors),
      beforeEach: async () => {
        verified += 1
        simulator.reset()
      },
      logLevel: 'error',
    }).verifyProvider()
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error))
  } finally {
    await server.close()
  }
  const unfit = simulator.tenant.journal.entries({ note: 'answer-not-in-document' })
  problems.push(...unfit.flatMap(({ notes }) => notes.map(({ subject, reason }) => `${subject}: ${reason}`)))
  return {
    verified,
    milliseconds: performance.now() - started,
    problems: [...problems, ...checkVerification(file, verified, stateErrors)],
  }
}

/** Pact passes a run whose state handler throws, if the data happen to fit: the errors are kept and counted afterwards. */
function verifierHandlers(simulator: Simulator, errors: unknown[]) {
  const names = Object.keys(stateHandlers) as StateName[]
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        setup: async (parameters: unknown) => {
          try {
            const handle = stateHandlers[name] as (simulator: Simulator, parameters: ProviderStates[StateName]) => void
            handle(simulator, parameters as ProviderStates[StateName])
          } catch (error) {
            errors.push(error)
          }
        },
      },
    ]),
  )
}
