import { EventError } from './errors.ts'

/** The types of event iCIMS sends to partners; the two ends of an application are one event under two names. */
export const icimsEventTypes = [
  'WorkFlowStatusChangeEvent',
  'AssessmentEvent',
  'ApplicationCompletedEvent',
  'JobPostToWebEvent',
  'JobUnpostToWebEvent',
  'ViewJobWebPostEvent',
  'RemoteLoginEvent',
  'OnboardPortalTaskEvent',
] as const
export type IcimsEventType = (typeof icimsEventTypes)[number]

/** An event, decoded. Ids are texts, as everything in it is (https://developer.icims.com/REST-API/Integration-Events). */
export type IcimsEvent = {
  type: IcimsEventType
  customerId: string
  /** What it is about, as `applicantworkflows/123`: the path and the id of its first link, or of its `systemId`. */
  subject: string
  jobId: string | null
  personId: string | null
  /** Id of the status as sent: with or without its letter. */
  newStatus: string | null
  returnUrl: string | null
}

/** Which path `systemId` belongs to where no link names it. */
const subjectPaths: Readonly<Record<IcimsEventType, string>> = {
  WorkFlowStatusChangeEvent: 'applicantworkflows',
  AssessmentEvent: 'applicantworkflows',
  ApplicationCompletedEvent: 'applicantworkflows',
  JobPostToWebEvent: 'jobs',
  JobUnpostToWebEvent: 'jobs',
  ViewJobWebPostEvent: 'jobs',
  RemoteLoginEvent: 'people',
  OnboardPortalTaskEvent: 'people',
}

/**
 * Decodes an event, tolerant of everything but what tells what it is about. Nothing is ever fetched from a link: links give
 * ids only, and they must lead to the customer's own iCIMS.
 *
 * @param customer `https://api.icims.com/customers/1234`.
 * @throws EventError with 400.
 */
export function decodeIcimsEvent(text: string, customer: string): IcimsEvent {
  const body = parse(text)
  const field = (name: string): string | null => {
    const value = body[name]
    return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null
  }
  const required = (name: string): string => {
    const value = field(name)
    if (value === null) throw new EventError(400, `The event has no ${name}.`)
    return value
  }
  const named = required('eventType')
  const type = icimsEventTypes.find((one) => one === named)
  if (type === undefined) throw new EventError(400, `${named.slice(0, 80)} is no event that is known here.`)
  const customerId = required('customerId')
  const systemId = required('systemId')
  if (!/^[1-9]\d{0,18}$/.test(systemId)) throw new EventError(400, 'systemId is no id.')
  const links = linksOf(body.links, customer)
  const linked = (...rels: string[]): string | null =>
    links.find(({ rel }) => rels.includes(rel))?.path.split('/')[1] ?? null
  return {
    type,
    customerId,
    subject: links.find(({ path }) => path.endsWith(`/${systemId}`))?.path ?? `${subjectPaths[type]}/${systemId}`,
    jobId: field('jobId') ?? linked('job'),
    personId: field('personId') ?? linked('person'),
    newStatus: field('newStatus'),
    returnUrl: field('returnUrl'),
  }
}

function parse(text: string): Record<string, unknown> {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new EventError(400, 'The body is no JSON.')
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  throw new EventError(400, 'The body is no JSON object.')
}

/** @throws EventError for a link that leads elsewhere than to this customer. */
function linksOf(value: unknown, customer: string): { rel: string; path: string }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((link: unknown) => {
    const { rel, url } = (link ?? {}) as { rel?: unknown; url?: unknown }
    if (typeof rel !== 'string' || typeof url !== 'string') return []
    const path = url.startsWith(`${customer}/`) ? url.slice(customer.length + 1) : undefined
    if (path !== undefined && /^[a-z]+\/[1-9]\d{0,18}$/.test(path)) return [{ rel, path }]
    throw new EventError(400, 'A link of the event leads elsewhere.', `The link ${rel} does not lead to ${customer}.`)
  })
}
