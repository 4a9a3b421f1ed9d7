import type { Clock } from '../clock.ts'
import type { IcimsClient } from '../icims/client.ts'
import { RecordError, RefusedError, RetriableError } from '../icims/errors.ts'
import type { Integration } from '../store/integration.ts'
import type { Owner } from '../store/lease.ts'
import { deleteSaga, endSaga, postponeSaga, type SagaRow, type WholeSaga } from '../store/sagas.ts'
import type { Store } from '../store/store.ts'
import type { WriteAction } from './action.ts'
import { ActionError, toActionError } from './errors.ts'
import type { WithLock } from './lock.ts'
import type { ActionAnswer } from './perform.ts'
import { createSaga } from './saga.ts'

/** What actions are done with. */
export type ExecuteOptions = { store: Store; clock: Clock; owner: Owner }

/** Does actions that are written down. */
export type Execute = {
  /** @throws ActionError once it has ended, or waits for another try. */
  run(row: WholeSaga, action: WriteAction, integration: Integration): Promise<ActionAnswer>
  /** The answer that an action of this process will have, while it is under way. */
  running(id: string): Promise<ActionAnswer> | undefined
  /** Whether another process that lives does it. */
  isHeld(row: SagaRow): boolean
}

/** Tries until an action that cannot go on is given up: about two days, the waits added up. */
export const maxAttempts = 14
/** The first wait in milliseconds; each later one is twice the one before it, up to the longest. */
const firstWait = 60_000
const longestWait = 21_600_000

/** @param client of an integration's iCIMS; the same one for all its actions, which share what it knows of the quota. */
export function createExecute(
  options: ExecuteOptions & {
    client(integration: Integration): Promise<IcimsClient>
    withLock: WithLock
    settleTime: number
  },
): Execute {
  const { store, clock, owner, client, withLock, settleTime } = options
  const underWay = new Map<string, Promise<ActionAnswer>>()

  const perform = async (row: WholeSaga, action: WriteAction, integration: Integration): Promise<ActionAnswer> => {
    const saga = createSaga(store, clock, row, settleTime)
    const input = row.input as never
    try {
      const working = { store, clock, integration, client: await client(integration), saga }
      const complete = await action.run(input, working)
      return await store.transaction(async (inner) => {
        const data = await complete(inner)
        const answer: ActionAnswer = { data, warnings: row.journal.warnings.map((message) => ({ message })) }
        if (row.key.startsWith('once:')) await deleteSaga(inner, row)
        else {
          const end = { state: 'DONE', answer, message: null, at: clock.now().toISOString() } as const
          await endSaga(inner, row, end)
        }
        return answer
      })
    } catch (error) {
      throw await afterFailure(options, row, error)
    }
  }

  return {
    run(row, action, integration) {
      const name = { integrationId: integration.id, subject: action.subject(row.input as never) }
      const answer = withLock(name, () => perform(row, action, integration)).finally(() => underWay.delete(row.id))
      underWay.set(row.id, answer)
      return answer
    },
    running: (id) => underWay.get(id),
    isHeld({ id, owner: holder, until }) {
      if (holder === owner.name) return underWay.has(id)
      return until > clock.now().toISOString() && !owner.isGone(holder)
    },
  }
}

/** Writes down what becomes of an action that failed. @returns what its caller is told. */
async function afterFailure({ store, clock }: ExecuteOptions, row: WholeSaga, error: unknown): Promise<unknown> {
  const known = toActionError(error)
  const { wrote, steps } = row.journal
  const isUnknown = Object.values(steps).some((step) => step.result === undefined && step.isWithoutEffect !== true)
  const at = clock.now().toISOString()
  if (known !== undefined && wrote.length === 0 && !isUnknown) {
    await deleteSaga(store, row)
    return known
  }
  const attempts = row.attempts + 1
  if (known === undefined || (!isFinal(error) && attempts < maxAttempts)) {
    const message = error instanceof Error ? error.message : String(error)
    await postponeSaga(store, row, { dueAt: nextTry(error, attempts, at), message, attempts, at })
    if (known === undefined) return error
    return new ActionError(
      known.code,
      `${known.message} What was begun is gone on with; repeat the same call for its answer.`,
      { cause: error },
    )
  }
  const unknown = isUnknown ? ['Whether the last step was done is not known.'] : []
  const message = [known.message, ...wrote, ...unknown].join(' ')
  await endSaga(store, row, { state: 'REPORTED', answer: { code: known.code, message }, message: known.message, at })
  return new ActionError(known.code, message, { cause: error })
}

/** Whether another try would end the same. */
function isFinal(error: unknown): boolean {
  if (error instanceof RecordError) return !error.isServerFault
  return error instanceof RefusedError || error instanceof ActionError
}

function nextTry(error: unknown, attempts: number, at: string): string {
  if (error instanceof RetriableError && error.resumeAt !== null) return error.resumeAt
  return new Date(Date.parse(at) + Math.min(longestWait, firstWait * 2 ** (attempts - 1))).toISOString()
}
