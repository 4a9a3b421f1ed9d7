import { listUnfinishedSagas, type UnfinishedSaga, type UnfinishedSagas } from '../store/saga-lists.ts'
import { readInput, type SagaState, type SagaStep } from '../store/sagas.ts'
import type { Store } from '../store/store.ts'
import type { WriteAction } from './action.ts'
import { adviseOn } from './advice.ts'
import { resumableActions } from './write-actions.ts'

/** How the last step of an action went; `unknown` where iCIMS did not answer, so that its effect may be there. */
export type StepState = 'done' | 'without effect' | 'unknown'

/** An action that is under way or waits for another try (OPEN), or that could not be done (REPORTED). */
export type UnfinishedAction = {
  /** 24 base58 characters; a person who was made bears it as `externalid`. */
  id: string
  integrationId: string
  action: string
  label: string
  state: Exclude<SagaState, 'DONE'>
  createdAt: string
  updatedAt: string
  /** Tries so far that failed. */
  attempts: number
  /** When it is tried again; null once it is reported. */
  dueAt: string | null
  /** Whom or what it works on in iCIMS: `person 71`, `application 12`, `applicant mara@example.com`. */
  subject: string
  /** The last step that was begun; null before the first. */
  step: { name: string; state: StepState } | null
  /** What it has written in iCIMS and is there now, with ids, one sentence each. */
  wrote: string[]
  /** Why the last try failed; empty while the first is under way. */
  why: string
  /** What a person should do. */
  advice: string
}

/** Actions that are not done, the newest first. @param limit how many; all unless given. */
export async function listUnfinished(store: Store, which: UnfinishedSagas = {}): Promise<UnfinishedAction[]> {
  const found: UnfinishedAction[] = []
  // One at a time: each may hold a CV.
  for (const saga of await listUnfinishedSagas(store, which)) found.push(await describe(store, saga))
  return found
}

async function describe(store: Store, saga: UnfinishedSaga): Promise<UnfinishedAction> {
  const { id, integrationId, state, createdAt, updatedAt, attempts, dueAt, journal, message } = saga
  const action = resumableActions.find((one) => one.id === saga.action) as WriteAction | undefined
  const subject = action === undefined ? '' : action.subject((await readInput(store, saga)).input as never)
  const last = Object.entries(journal.steps).at(-1)
  const step = last === undefined ? null : { name: last[0], state: stateOf(last[1]) }
  return {
    id,
    integrationId,
    action: saga.action,
    label: action?.label ?? saga.action,
    state: state as UnfinishedAction['state'],
    createdAt,
    updatedAt,
    attempts,
    dueAt: state === 'OPEN' ? dueAt : null,
    subject,
    step,
    wrote: journal.wrote,
    why: message ?? '',
    advice: adviseOn(saga, { subject, step }),
  }
}

function stateOf({ result, isWithoutEffect }: SagaStep): StepState {
  if (result !== undefined) return 'done'
  return isWithoutEffect === true ? 'without effect' : 'unknown'
}
