import { postJob } from '../../simulator/profiles/job-posts.ts'
import type { ProviderStates, StateName } from '../states.ts'
import type { UnifiedStateName, UnifiedStates } from '../unified-states.ts'
import { stateHandlers } from './states.ts'
import type { UnifiedPair } from './unified.ts'

/** Puts an integration and its tenant into the condition a contract starts from. */
export type UnifiedStateHandlers = {
  [Name in UnifiedStateName]: (pair: UnifiedPair, parameters: UnifiedStates[Name]) => Promise<void>
}

export const unifiedStateHandlers: UnifiedStateHandlers = {
  'an integration': sync,
  'an integration that was never synced': async () => {},
  async 'a paused integration'(pair) {
    await sync(pair)
    await pair.connector.administration.setEnabled(pair.integrationId, false)
  },
  async 'a disabled model'(pair, { model }) {
    await pair.connector.administration.changeSettings(pair.integrationId, {
      scopes: { models: { [model]: 'DISABLED' } },
    })
    await sync(pair)
  },
  async 'a job'(pair, { id, ...more }) {
    put(pair, 'a job at a location', { id, ...more })
    postJob(pair.simulator.tenant, id, '1')
    await sync(pair)
  },
  async 'an application'(pair, parameters) {
    put(pair, 'a person on a job', parameters)
    await sync(pair)
  },
  async candidates(pair, parameters) {
    put(pair, 'people', parameters)
    await sync(pair)
  },
  async users(pair, parameters) {
    put(pair, 'people who sign in', parameters)
    await sync(pair)
  },
  async 'a broken store'(pair) {
    await sync(pair)
    await pair.connector.store.close()
  },
}

/** Puts down rows the way the contract with iCIMS does. */
function put<Name extends StateName>({ simulator }: UnifiedPair, state: Name, parameters: ProviderStates[Name]): void {
  const handle = stateHandlers[state] as (simulator: UnifiedPair['simulator'], parameters: ProviderStates[Name]) => void
  handle(simulator, parameters)
}

async function sync({ connector, integrationId }: UnifiedPair): Promise<void> {
  const { state, message, setAside } = await connector.sync(integrationId)
  if (state !== 'SUCCEEDED') throw new Error(`The sync ended as ${state}: ${message}`)
  if (setAside.length > 0) throw new Error(`A record was set aside: ${setAside[0]!.reason}`)
}
