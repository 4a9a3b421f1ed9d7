/**
 * The conditions contracts with the unified API start from, with their parameters. Each has one integration, which is
 * synced unless it says otherwise.
 */
export type UnifiedStates = {
  /** An integration whose iCIMS has no rows. */
  'an integration': Record<string, never>
  /** An integration whose first sync has not finished. */
  'an integration that was never synced': Record<string, never>
  /** An integration that was paused. */
  'a paused integration': Record<string, never>
  /** An integration whose scopes disable a model. */
  'a disabled model': { model: string }
  /** A job with a location, a posting, a hiring manager, a recruiter, and questions of an iForm. */
  'a job': { id: number; managerId: number; recruiterId: number; companyId: number; entry: number }
  /** A person who applied to a job. */
  'an application': { id: number; personId: number; jobId: number }
  /** So many candidates, with consecutive ids. */
  candidates: { from: number; count: number }
  /** So many users of a login group. */
  users: { from: number; count: number; group: string }
  /** A store that answers nothing. */
  'a broken store': Record<string, never>
}

export type UnifiedStateName = keyof UnifiedStates

/** What every contract calls the unified API with. */
export const contractApi = { key: 'contract-key', integrationId: 'CoNtRaCtCoNtRaCtCoNtRaCt' }
