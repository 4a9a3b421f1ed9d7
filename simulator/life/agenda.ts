import type { ProfileData, Store, Stored } from '../store/store.ts'
import { selectIds } from './select-ids.ts'

/** Whose plans there are: each has one thing before it at a time, but for a job, whose posting goes its own way. */
export const planners = [
  'tenant',
  'job',
  'posting',
  'applicantworkflow',
  'person',
  'user',
  'onboardworkflow',
  'sourceworkflow',
  'errand',
] as const

export type Planner = (typeof planners)[number]

/** What somebody will do, and when, in milliseconds since 1970 UTC. `kind` says what; the rest is the kind's own. */
export type Plan = { readonly due: number; readonly kind: string; readonly [detail: string]: Stored | undefined }

/** Somebody's plan. */
export type Planned = { planner: Planner; id: number; plan: Plan }

/**
 * What the people of a tenant are about to do. It is kept with the tenant's rows, so that forks, snapshots, resets and data
 * files hold it too.
 */
export type Agenda = {
  get(planner: Planner, id: number): Plan | undefined
  /** Takes the place of the plan there was. */
  set(planner: Planner, id: number, plan: Plan): void
  drop(planner: Planner, id: number): void
  /** The next of those due at this instant or later. */
  next(from: number): Planned | undefined
  /** What should have been done before this instant. */
  overdue(before: number): Planned[]
}

export function createAgenda(store: Store): Agenda {
  const rowOf = (planner: Planner, id: number): number => id * planners.length + planners.indexOf(planner)
  const planned = (row: number): Planned => ({
    planner: planners[row % planners.length]!,
    id: Math.floor(row / planners.length),
    plan: store.get('lifeplan', row) as Plan,
  })
  return {
    get: (planner, id) => store.get('lifeplan', rowOf(planner, id)) as Plan | undefined,
    set: (planner, id, plan) => store.put('lifeplan', rowOf(planner, id), plan as ProfileData),
    drop(planner, id) {
      const row = rowOf(planner, id)
      if (store.get('lifeplan', row) !== undefined) store.remove('lifeplan', row)
    },
    next(from) {
      const row = store.first('lifeplan', 'due', from)
      return row === undefined ? undefined : planned(row)
    },
    overdue: (before) =>
      selectIds(store, 'SELECT id FROM temp.lifeplan WHERE due < ? ORDER BY due, id', before).map(planned),
  }
}
