import type { Clock } from '../clock.ts'
import { FatalError, RefusedError, RetriableError } from '../icims/errors.ts'
import type { JsonValue } from '../models/record.ts'
import { type SagaRow, type SagaStep, saveJournal } from '../store/sagas.ts'
import type { Store } from '../store/store.ts'
import { ActionError } from './errors.ts'

/** What an action writes its steps down with. */
export type Saga = {
  /** 24 base58 characters; what the action makes may be marked with it. */
  id: string
  startedAt: string
  /** What came of a step, if it was done before. */
  done<T extends JsonValue>(name: string): T | undefined
  /** Whether a step was under way when an earlier try of the action ended: its effect may be there. */
  wasBegun(name: string): boolean
  /**
   * Writes down that a step is about to be done, does it, and remembers what came of it, which is written down with the next
   * step. A step that was done is not done again.
   */
  step<T extends JsonValue>(name: string, work: () => Promise<T>): Promise<T>
  /** Notes what came of a step that was found done. */
  settle<T extends JsonValue>(name: string, result: T): T
  /**
   * To be asked before a step whose effect was not found is done anew: what was sent and not answered may still arrive.
   *
   * @throws RetriableError while it may.
   */
  checkSettled(name: string): void
  /** Notes what is there now, as a sentence. */
  wrote(what: string): void
  /** Notes what the caller should know. */
  warn(message: string): void
}

/** How long a process has an action after each step, in milliseconds; what dies is found out sooner. */
export const leaseTime = 120_000

/** @param settleTime how long a call may be under way after nobody waits for it any more, in milliseconds. */
export function createSaga(store: Store, clock: Clock, row: SagaRow, settleTime: number): Saga {
  const { steps, wrote, warnings } = row.journal
  /** Steps of an earlier try. */
  const before = new Set(Object.keys(steps).filter((name) => steps[name]!.result === undefined))
  const record = (): Promise<void> => {
    const now = clock.now()
    return saveJournal(store, row, new Date(now.getTime() + leaseTime).toISOString(), now.toISOString())
  }
  const saga: Saga = {
    id: row.id,
    startedAt: row.createdAt,
    done: (name) => steps[name]?.result as undefined,
    wasBegun: (name) => before.has(name) && steps[name]!.result === undefined,
    async step(name, work) {
      const known = steps[name]?.result
      if (known !== undefined) return known as never
      const step: SagaStep = { since: clock.now().toISOString() }
      steps[name] = step
      await record()
      try {
        step.result = await work()
      } catch (error) {
        step.isWithoutEffect = isWithoutEffect(error)
        step.isAnswered = step.isWithoutEffect || (error instanceof RetriableError && error.isServerFault)
        throw error
      }
      return step.result as never
    },
    settle(name, result) {
      steps[name] = { since: clock.now().toISOString(), result }
      return result
    },
    checkSettled(name) {
      const { since, isAnswered } = steps[name]!
      const settled = Date.parse(since) + settleTime
      if (isAnswered === true || settled <= clock.now().getTime()) return
      throw new RetriableError('An earlier try was not answered, and may still have its effect.', {
        resumeAt: new Date(settled).toISOString(),
        isTurnedAway: false,
      })
    },
    wrote(what) {
      if (!wrote.includes(what)) wrote.push(what)
    },
    warn(message) {
      if (!warnings.includes(message)) warnings.push(message)
    },
  }
  return saga
}

/** Whether what failed so has written nothing for sure. */
function isWithoutEffect(error: unknown): boolean {
  if (error instanceof RetriableError) return error.isTurnedAway
  if (error instanceof FatalError) return error.isAuthentication
  return error instanceof RefusedError || error instanceof ActionError
}
