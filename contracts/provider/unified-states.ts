import { createLink, findLink, saveActivation } from '../../connector/store/connect-links.ts'
import { toUnifiedId } from '../../connector/store/id.ts'
import { platformActor } from '../../simulator/profiles/context.ts'
import { postJob } from '../../simulator/profiles/job-posts.ts'
import { tellApplication } from '../../simulator/profiles/platform-events.ts'
import { updateProfile } from '../../simulator/profiles/write.ts'
import type { ProviderStates, StateName } from '../states.ts'
import type { UnifiedStateName, UnifiedStates } from '../unified-states.ts'
import { stateHandlers } from './states.ts'
import type { UnifiedPair } from './unified.ts'

/** Values a pact may name instead of its examples. */
type GivenValues = Record<string, string>

/** Puts an integration and its tenant into the condition a contract starts from. */
export type UnifiedStateHandlers = {
  // biome-ignore lint/suspicious/noConfusingVoidType: most give nothing
  [Name in UnifiedStateName]: (pair: UnifiedPair, parameters: UnifiedStates[Name]) => Promise<GivenValues | void>
}

/** The folder of jobs that are filled. */
const filled = { id: 'D31004' }

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
  async 'a candidate with a CV'(pair, { file, ...parameters }) {
    put(pair, 'a person on a job', parameters)
    put(pair, 'a person with a résumé', { id: parameters.personId, file })
    await sync(pair)
    const { data } = await attachmentsOf(pair, parameters.personId)
    return { token: data.results[0]!.data_url.split('/').at(-1)! }
  },
  async 'a closed job'(pair, { id }) {
    put(pair, 'a job on a portal', { id, portal: '1' })
    updateProfile(pair.simulator.tenant, 'job', id, { folder: filled }, platformActor)
    await sync(pair)
  },
  async 'an offered package'(pair, { id, name }) {
    await sync(pair)
    await offer(pair, { id, name })
  },
  async 'an ordered assessment'(pair, { package: packageId, name, ...parameters }) {
    const { simulator, connector, integrationId } = pair
    put(pair, 'a person on a job', parameters)
    updateProfile(simulator.tenant, 'job', parameters.jobId, { assessmenttype: [{ value: name }] }, platformActor)
    await sync(pair)
    await offer(pair, { id: packageId, name })
    const setup = await connector.administration.acceptEvents(integrationId, { type: 'basic' })
    const url = `https://connector.example.com${setup.path}`
    const auth = { type: 'basic', username: setup.name, password: setup.secret } as const
    simulator.tenant.outbox.subscribe({ eventType: 'AssessmentEvent', url, auth })
    const { id: workflow, personId: person, jobId: job } = parameters
    tellApplication(simulator.tenant, { job, person, workflow, returnUrl: 'https://careers.example.com/jobs' })
    await simulator.delivered()
  },
  async 'an own field'(pair, { key, field }) {
    await pair.connector.administration.changeMapping(pair.integrationId, (settings) => {
      const customFields = { ...settings.customFields, candidate: { [key]: { profile: 'person' as const, field } } }
      return { ...settings, customFields }
    })
    await sync(pair)
  },
  async 'a finished connection'(pair) {
    await sync(pair)
    const { store } = pair.connector
    const now = new Date(pair.simulator.tenant.clock.now())
    const [integration] = await pair.connector.integrations()
    const { environmentId, endUser } = integration!
    const link = await createLink(store, environmentId, { endUser }, { now, lifetime: 3_600_000 })
    const { id } = (await findLink(store, link))!
    return { token: await saveActivation(store, id, pair.integrationId, now) }
  },
  async 'a disabled action'(pair, { action }) {
    await pair.connector.administration.changeSettings(pair.integrationId, {
      scopes: { actions: { [action]: 'DISABLED' } },
    })
  },
  async 'a stage that is not there'(pair, { id, name }) {
    await pair.connector.administration.changeMapping(pair.integrationId, (settings) => ({
      ...settings,
      stages: [{ id, name }],
    }))
    await sync(pair)
  },
  async 'a minute that is used up'(pair) {
    await sync(pair)
    const limit = 1_000
    for (let call = 0; call < limit; call++) if ((await pair.call('GET', '/check-api-key')).status === 429) return
    throw new Error(`${limit} calls were taken in a minute.`)
  },
  async 'an action under way'(pair, { personId }) {
    const held = pair.hold()
    // Ends when this state does.
    void attachmentsOf(pair, personId).catch(() => {})
    await held
  },
  async 'an iCIMS that answers'({ simulator }, { status, operation }) {
    simulator.tenant.faults.add({ ...(operation && { operation }), effect: { kind: 'status', status } })
  },
  async 'a broken store'(pair) {
    await sync(pair)
    await pair.connector.store.close()
  },
}

/** The attachments of a candidate, as the unified API gives them. */
async function attachmentsOf(
  pair: UnifiedPair,
  personId: number,
): Promise<{ data: { results: { data_url: string }[] } }> {
  const id = toUnifiedId(pair.integrationId, String(personId))
  const answer = await pair.call('GET', `/ats/candidates/${id}/attachments`)
  return answer.json() as ReturnType<typeof attachmentsOf>
}

async function offer(pair: UnifiedPair, { id, name }: { id: string; name: string }): Promise<void> {
  const packages = [{ id, type: 'SKILLS_TEST', name, description: 'How one counts' }]
  const { status } = await pair.call('PUT', '/assessment/packages', { packages })
  if (status !== 200) throw new Error(`The package was answered with ${status}.`)
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
