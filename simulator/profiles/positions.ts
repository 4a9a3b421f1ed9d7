import type { ProfilesContext } from './context.ts'
import { readProfile } from './read.ts'
import { save } from './write.ts'

/** How many people were hired for a job: its workflows in a status that stands for a hire. */
export function countHires({ store, config }: ProfilesContext, job: number): number {
  const status = config.statuses.filter(({ meaning }) => meaning === 'hired').map(({ id }) => id)
  return store.find('applicantworkflow', { baseprofile: job, status }).length
}

/** How many more people may be hired for a job; one that does not say how many it needs needs one. */
export function openPositions(context: ProfilesContext, id: number): number {
  const job = readProfile(context, 'job', id)
  return Math.max(0, Number(job.numberofpositions ?? 1) - countHires(context, id))
}

/** Brings a job's open positions up to date after a hire, or one that came to nothing (inferred). */
export function settlePositions(context: ProfilesContext, id: number): void {
  context.store.transaction(() => {
    const before = readProfile(context, 'job', id)
    const numberofpositionsremaining = openPositions(context, id)
    if (before.numberofpositions === undefined) return
    if (before.numberofpositionsremaining === numberofpositionsremaining) return
    save(context, 'job', id, before, { ...before, numberofpositionsremaining })
  })
}
