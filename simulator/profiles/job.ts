import type { ProfileData } from '../store/store.ts'

/** What the platform adds to a new job: its display number, the year and the system id (C1), and the open positions. */
export function completeJob(data: ProfileData, id: number, now: number): ProfileData {
  const positions = data.numberofpositions
  return {
    ...data,
    jobid: `${new Date(now).getUTCFullYear()}-${id}`,
    ...(positions === undefined ? {} : { numberofpositionsremaining: positions }),
  }
}
