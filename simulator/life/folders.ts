import type { ProfileData } from '../store/store.ts'

/** Folders of jobs (C1, C3; those but `approved` are inferred). */
export const approved = 'D31001'
export const pending = 'D31002'
export const onHold = 'D31003'
export const filled = 'D31004'
export const cancelled = 'D31005'
export const draft = 'D31006'

/** Whether work on a job may go on some day, though it does not now. */
export function isResting({ folder }: ProfileData): boolean {
  return folder === draft || folder === pending || folder === onHold
}
