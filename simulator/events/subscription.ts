/** The types of event a tenant may tell a partner of (EVT, EVS, EVA, EVE, EVO, D3); ApplicationCompletedEvent is AssessmentEvent as C6 calls it. */
export const eventTypes = [
  'WorkFlowStatusChangeEvent',
  'AssessmentEvent',
  'ApplicationCompletedEvent',
  'JobPostToWebEvent',
  'JobUnpostToWebEvent',
  'ViewJobWebPostEvent',
  'RemoteLoginEvent',
  'OnboardPortalTaskEvent',
] as const
export type EventType = (typeof eventTypes)[number]

/** How an event says who sends it (EVB, D2, D3). The partner gives out every one of these values. */
export type EventAuth =
  | { type: 'none' }
  | { type: 'basic'; username: string; password: string }
  | { type: 'hmac'; user: string; key: string }
  | { type: 'oauth'; tokenUrl: string; clientId: string; clientSecret: string }

/**
 * Where events of one type go, as iCIMS sets it up on its Event Notifications page (EVT, EVB). No REST call makes one: it is
 * part of a tenant's configuration, or made under `/_sim`.
 */
export type EventSubscription = {
  eventType: EventType
  /** `http` or `https`; what it redirects to is not followed. */
  url: string
  /** Ids of the statuses that set off a WorkFlowStatusChangeEvent when they are entered (EVS); any one without them. */
  statuses?: readonly string[]
  auth: EventAuth
  /** Compresses the body: printed for one event, not so in the recorded request that was signed (EVE, D3). */
  gzip?: boolean
  /** Milliseconds an answer may take; 30 seconds unless given (BGC). */
  timeout?: number
  /** How status ids are written: the recorded event has bare numbers (C5), the REST API `C38356`. */
  statusIds?: 'bare' | 'prefixed'
  /** The end of an application is told of for each job, not only for those with a package in `assessmenttype` (EVA). */
  everyJob?: boolean
}

/** A subscription of a tenant, with its number. */
export type Subscribed = EventSubscription & { id: number }

/** How long an answer may take unless a subscription says otherwise, in milliseconds. */
export const defaultTimeout = 30_000
