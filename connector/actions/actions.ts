import type { Clock } from '../clock.ts'
import type { IcimsClient } from '../icims/client.ts'
import type { FetchFile } from '../outgoing/fetch-file.ts'
import { getIntegration, type Integration } from '../store/integration.ts'
import type { Owner } from '../store/lease.ts'
import { listDueSagas, pruneSagas, type UnfinishedSagas } from '../store/saga-lists.ts'
import { claimSaga, readInput, type SagaRow } from '../store/sagas.ts'
import type { Store } from '../store/store.ts'
import type { WriteAction } from './action.ts'
import { createExecute } from './execute.ts'
import { createWithLock } from './lock.ts'
import { createPerform, type Perform, repeatTime } from './perform.ts'
import { leaseTime } from './saga.ts'
import { listUnfinished, type UnfinishedAction } from './unfinished.ts'
import { resumableActions } from './write-actions.ts'

/** What actions are made with. */
export type ActionsOptions = {
  store: Store
  clock: Clock
  owner: Owner
  client(integration: Integration): Promise<IcimsClient>
  fetchFile: FetchFile
  /** How long a call to iCIMS may be under way after nobody waits for it any more, in milliseconds. */
  settleTime?: number
}

/** Everything that writes into iCIMS. */
export type Actions = {
  perform: Perform
  /** Goes on with the actions that a crash or a failure cut off. @returns how many were tried. */
  resume(): Promise<number>
  /** The actions that are under way, wait, or could not be done, with what they had written; the newest first. */
  unfinished(which?: UnfinishedSagas): Promise<UnfinishedAction[]>
}

/** As long as a call may take. */
const defaultSettleTime = 30_000
/** Reports are kept for 30 days. */
const reportTime = 2_592_000_000
const batch = 100

export function createActions(options: ActionsOptions): Actions {
  const { store, clock, owner, client, settleTime = defaultSettleTime } = options
  const withLock = createWithLock(store, clock, owner)
  const execute = createExecute({ store, clock, owner, client, withLock, settleTime })
  const { fetchFile } = options

  const resumeOne = async (row: SagaRow): Promise<boolean> => {
    const action = resumableActions.find(({ id }) => id === row.action) as WriteAction | undefined
    const integration = await getIntegration(store, row.integrationId)
    if (action === undefined || integration?.enabled !== true || execute.isHeld(row)) return false
    const until = new Date(clock.now().getTime() + leaseTime).toISOString()
    if (!(await claimSaga(store, row, owner, until))) return false
    // What became of it is written down; nobody waits for the answer.
    const whole = await readInput(store, row)
    await execute.run({ ...whole, owner: owner.name, until }, action, integration).catch(() => {})
    return true
  }

  return {
    perform: createPerform({ store, clock, owner, execute, fetchFile }),
    async resume() {
      const now = clock.now().getTime()
      const ago = (milliseconds: number): string => new Date(now - milliseconds).toISOString()
      await pruneSagas(store, { answeredBefore: ago(repeatTime), reportedBefore: ago(reportTime) })
      let tried = 0
      for (const row of await listDueSagas(store, new Date(now).toISOString(), batch)) {
        if (await resumeOne(row)) tried += 1
      }
      return tried
    },
    unfinished: (which) => listUnfinished(store, which),
  }
}
