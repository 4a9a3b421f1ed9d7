import type { EventSubscription, EventType } from './subscription.ts'

/** Something that happened in a tenant that partners may be told of. Ids are system ids; statuses are list node ids. */
export type Occurrence =
  | {
      kind: 'status-change'
      workflow: { type: 'applicantworkflow' | 'onboardworkflow'; id: number }
      /** The job, or the new hire category of an onboarding workflow (EVS). */
      base: number
      person: number
      /** The platform user who did it, where one is known. */
      user: number | null
      oldStatus: string | null
      newStatus: string
    }
  | {
      kind: 'application-complete'
      workflow: number
      job: number
      person: number
      /** The job has a package of an assessment. */
      hasPackage: boolean
      /** Where the candidate goes when the partner is done. */
      returnUrl: string
    }
  | { kind: 'job-post'; job: number; user: number | null; portalUrl: string }
  | { kind: 'job-unpost'; job: number; user: number | null }
  | { kind: 'view-job-post'; job: number; user: number | null }
  | { kind: 'remote-login'; user: number; returnUrl: string }
  | { kind: 'onboard-task'; person: number; user: number | null; returnUrl: string; incompleteUrl: string }

const kinds: Readonly<Record<EventType, Occurrence['kind']>> = {
  WorkFlowStatusChangeEvent: 'status-change',
  AssessmentEvent: 'application-complete',
  ApplicationCompletedEvent: 'application-complete',
  JobPostToWebEvent: 'job-post',
  JobUnpostToWebEvent: 'job-unpost',
  ViewJobWebPostEvent: 'view-job-post',
  RemoteLoginEvent: 'remote-login',
  OnboardPortalTaskEvent: 'onboard-task',
}

/** Whether a subscription asks for this: its type of event, and the statuses or jobs it is limited to. */
export function wants({ eventType, statuses, everyJob }: EventSubscription, occurrence: Occurrence): boolean {
  if (kinds[eventType] !== occurrence.kind) return false
  if (occurrence.kind === 'status-change') return statuses?.includes(occurrence.newStatus) ?? true
  if (occurrence.kind === 'application-complete') return everyJob === true || occurrence.hasPackage
  return true
}

/** What must be told of in order: the events about one workflow, one job, one person. */
export function laneOf(occurrence: Occurrence): string {
  switch (occurrence.kind) {
    case 'status-change':
      return `${occurrence.workflow.type}/${occurrence.workflow.id}`
    case 'application-complete':
      return `applicantworkflow/${occurrence.workflow}`
    case 'job-post':
    case 'job-unpost':
    case 'view-job-post':
      return `job/${occurrence.job}`
    case 'remote-login':
      return `person/${occurrence.user}`
    case 'onboard-task':
      return `person/${occurrence.person}`
  }
}
