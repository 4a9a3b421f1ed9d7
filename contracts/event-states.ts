/**
 * What happens in a tenant before its partner is told, with parameters. Ids are system ids; the rows they name are there, and
 * the connector is the one partner, told of this type of event alone.
 */
export type EventStates = {
  /** A recruiter moves a candidate from one status to another. */
  'a candidate is moved': { id: number; personId: number; jobId: number; from: string; to: string }
  /** A candidate comes to the end of an application to a job with a package; the end goes by one of two names. */
  'a candidate ends an application': {
    type: 'AssessmentEvent' | 'ApplicationCompletedEvent'
    id: number
    personId: number
    jobId: number
    package: string
  }
  /** A recruiter posts a job, which is on a portal, to a job board. */
  'a job is posted to a board': { id: number }
  /** A recruiter takes a job off a job board. */
  'a job is taken off a board': { id: number }
  /** A recruiter opens the posting of a job on a job board. */
  'the posting of a job is opened': { id: number }
  /** A platform user follows a link of the partner. */
  'a user comes by a link': { id: number }
  /** A new hire opens a task of the onboarding portal. */
  'a task of a new hire is opened': { id: number }
}

export type EventStateName = keyof EventStates
