import { profileTypes } from '../tenant/profile-types.ts'
import type { Occurrence } from './occurrence.ts'
import type { EventSubscription } from './subscription.ts'

/** A link of an event; `rel` is in camel case here, unlike all else (D3, C6). */
export type EventLink = { rel: string; title: string; url: string }

/** What the body of an event says (D3, C5): every value is a text, ids included. */
export type EventContent = { systemId: string; links: readonly EventLink[]; rest: Readonly<Record<string, string>> }

/** The profiles of an occurrence, by the `rel` of their link; null where there is none. */
type Linked = { workflow?: readonly [path: string, id: number]; job?: readonly [path: string, id: number] }
type People = { person?: number; user?: number | null }

/**
 * What an event of this type tells of an occurrence. Not evidenced: the links of the onboarding events, and those of an
 * onboarding status change, which name the onboarding workflow and the new hire category.
 *
 * @param customer what its addresses start with: `https://api.icims.com/customers/1234`.
 */
export function eventContent(subscription: EventSubscription, occurrence: Occurrence, customer: string): EventContent {
  const linksOf = createLinks(customer)
  switch (occurrence.kind) {
    case 'status-change': {
      const { workflow, base, person, user, oldStatus, newStatus } = occurrence
      const { path, workflow: definition } = profileTypes[workflow.type]
      const status = (id: string): string => (subscription.statusIds === 'prefixed' ? id : id.replace(/^[CD]/, ''))
      return {
        systemId: String(workflow.id),
        links: linksOf(
          { workflow: [path, workflow.id], job: [profileTypes[definition!.base].path, base] },
          { person, user },
        ),
        rest: {
          personId: String(person),
          ...userId(user),
          jobId: String(base),
          ...(oldStatus !== null && { oldStatus: status(oldStatus) }),
          newStatus: status(newStatus),
        },
      }
    }
    case 'application-complete': {
      const { workflow, job, person, returnUrl } = occurrence
      return {
        systemId: String(workflow),
        links: linksOf({ workflow: ['applicantworkflows', workflow], job: ['jobs', job] }, { person, user: person }),
        rest: { returnUrl, userId: String(person) },
      }
    }
    case 'job-post': {
      const { job, user, portalUrl } = occurrence
      return { ...jobContent(linksOf, job, user), rest: { portalUrl, ...userId(user) } }
    }
    case 'job-unpost':
      return jobContent(linksOf, occurrence.job, occurrence.user)
    case 'view-job-post':
      return jobContent(linksOf, occurrence.job, occurrence.user)
    case 'remote-login': {
      const { user, returnUrl } = occurrence
      return { systemId: String(user), links: linksOf({}, { user }), rest: { returnUrl, userId: String(user) } }
    }
    case 'onboard-task': {
      const { person, user, returnUrl, incompleteUrl } = occurrence
      return {
        systemId: String(person),
        links: linksOf({}, { person, user }),
        rest: { returnUrl, incompleteUrl, ...userId(user) },
      }
    }
  }
}

type Links = (profiles: Linked, people: People) => EventLink[]

function createLinks(customer: string): Links {
  return ({ workflow, job }, { person, user }) => {
    const link = (rel: string, title: string, path: string, id: number): EventLink => ({
      rel,
      title,
      url: `${customer}/${path}/${id}`,
    })
    return [
      ...(workflow ? [link('applicantWorkflow', 'Applicant Workflow', ...workflow)] : []),
      ...(job ? [link('job', 'Job Profile', ...job)] : []),
      ...(person === undefined ? [] : [link('person', 'Person Profile', 'people', person)]),
      ...(user == null ? [] : [link('user', 'Posting User', 'people', user)]),
    ]
  }
}

function jobContent(linksOf: Links, job: number, user: number | null): EventContent {
  return { systemId: String(job), links: linksOf({ job: ['jobs', job] }, { user }), rest: userId(user) }
}

function userId(user: number | null): { userId?: string } {
  return user === null ? {} : { userId: String(user) }
}
