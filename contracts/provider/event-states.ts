import type { EventType } from '../../simulator/events/subscription.ts'
import type { Simulator } from '../../simulator/index.ts'
import { moveCandidate } from '../../simulator/profiles/arrange.ts'
import { platformActor } from '../../simulator/profiles/context.ts'
import {
  loginRemotely,
  openOnboardTask,
  postToBoard,
  tellApplication,
  unpostFromBoard,
  viewBoardPost,
} from '../../simulator/profiles/platform-events.ts'
import { updateProfile } from '../../simulator/profiles/write.ts'
import type { EventStateName, EventStates } from '../event-states.ts'
import { stateHandlers } from './states.ts'

/** Lets something happen in a tenant whose partner is told of it. */
export type EventStateHandlers = {
  [Name in EventStateName]: (simulator: Simulator, parameters: EventStates[Name]) => void
}

export const eventStateHandlers: EventStateHandlers = {
  'a candidate is moved'(simulator, { id, personId, jobId, from, to }) {
    stateHandlers['a person on a job'](simulator, { id, personId, jobId })
    moveCandidate(simulator.tenant, id, from)
    subscribe(simulator, 'WorkFlowStatusChangeEvent')
    moveCandidate(simulator.tenant, id, to)
  },
  'a candidate ends an application'(simulator, { type, id, personId, jobId, package: name }) {
    stateHandlers['a person on a job'](simulator, { id, personId, jobId })
    updateProfile(simulator.tenant, 'job', jobId, { assessmenttype: [{ value: name }] }, platformActor)
    subscribe(simulator, type)
    tellApplication(simulator.tenant, { job: jobId, person: personId, workflow: id, returnUrl: undefined })
  },
  'a job is posted to a board'(simulator, { id }) {
    stateHandlers['a job on a portal'](simulator, { id, portal: '1' })
    subscribe(simulator, 'JobPostToWebEvent')
    postToBoard(simulator.tenant, id)
  },
  'a job is taken off a board'(simulator, { id }) {
    stateHandlers['a job on a portal'](simulator, { id, portal: '1' })
    subscribe(simulator, 'JobUnpostToWebEvent')
    unpostFromBoard(simulator.tenant, id)
  },
  'the posting of a job is opened'(simulator, { id }) {
    stateHandlers['a job on a portal'](simulator, { id, portal: '1' })
    subscribe(simulator, 'ViewJobWebPostEvent')
    viewBoardPost(simulator.tenant, id)
  },
  'a user comes by a link'(simulator, { id }) {
    stateHandlers['a person'](simulator, { id })
    subscribe(simulator, 'RemoteLoginEvent')
    loginRemotely(simulator.tenant, id)
  },
  'a task of a new hire is opened'(simulator, { id }) {
    stateHandlers['a person'](simulator, { id })
    subscribe(simulator, 'OnboardPortalTaskEvent')
    openOnboardTask(simulator.tenant, id)
  },
}

function subscribe({ tenant }: Simulator, eventType: EventType): void {
  tenant.outbox.subscribe({ eventType, url: 'https://connector.example.com/events', auth: { type: 'none' } })
}
