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
  /** A person who applied to a job with a PDF, which iCIMS keeps; it gives `token`, which leads to the file. */
  'a candidate with a CV': { id: number; personId: number; jobId: number; file: string }
  /** A job that takes no applications any more. */
  'a closed job': { id: number }
  /** An assessment package that is offered. */
  'an offered package': { id: string; name: string }
  /** An assessment of that package, which iCIMS ordered when a person applied to a job. */
  'an ordered assessment': { id: number; personId: number; jobId: number; package: string; name: string }
  /** A field of the client's own, of candidates, that a field of iCIMS fills. */
  'an own field': { key: string; field: string }
  /** A customer who has just connected by a link; it gives `token`, which tells of it. */
  'a finished connection': Record<string, never>
  /** An integration whose scopes disable an action. */
  'a disabled action': { action: string }
  /** An integration whose settings know a stage that iCIMS does not have. */
  'a stage that is not there': { id: string; name: string }
  /** Every call of this minute is made. */
  'a minute that is used up': Record<string, never>
  /** As many actions are under way as may be: reading the attachments of a candidate is one. */
  'an action under way': { personId: number }
  /** iCIMS answers every call, or those of one operation, with this status, in its own shape. */
  'an iCIMS that answers': { status: number; operation?: string }
  /** A store that answers nothing. */
  'a broken store': Record<string, never>
}

export type UnifiedStateName = keyof UnifiedStates

/** What every contract calls the unified API with. */
export const contractApi = { key: 'contract-key', integrationId: 'CoNtRaCtCoNtRaCtCoNtRaCt' }
