import type { Delivery } from '../deliveries.ts'
import type { Fact, fact } from '../fact.ts'
import type { Json } from '../site.ts'
import { short, type Witness } from '../witness.ts'
import { eachEvent, eventFact, linkedId, linksIn } from './events.ts'

type Rule = {
  id: string
  /** Of these types of event. */
  types: readonly string[]
  evidence: Parameters<typeof fact>[1]
  title: string
  look(body: Json, see: Witness, event: Delivery): void
}

const moved = ['WorkFlowStatusChangeEvent']
const completed = ['AssessmentEvent', 'ApplicationCompletedEvent']
const boards = ['JobPostToWebEvent', 'JobUnpostToWebEvent', 'ViewJobWebPostEvent']

const rules: readonly Rule[] = [
  {
    id: 'move.keys',
    types: moved,
    evidence: ['doc', 'EVS, C5'],
    title: 'A change of status tells newStatus, oldStatus, jobId, personId and userId',
    look: (body, see) => see.has(body, ['newStatus', 'oldStatus', 'jobId', 'personId', 'userId'], 'the event'),
  },
  {
    id: 'move.bare',
    types: moved,
    evidence: ['client', 'C5'],
    title: 'Its statuses are bare numbers, without the letter that the REST API has',
    look: (body, see) => {
      see.fits(body.newStatus, /^\d+$/, 'newStatus')
      see.fits(body.oldStatus, /^\d+$/, 'oldStatus')
    },
  },
  {
    id: 'move.links',
    types: moved,
    evidence: ['client', 'C5'],
    title: 'Its links lead to the workflow, job, person and user that its keys name',
    look: ({ systemId, jobId, personId, userId }, see, { headers }) => {
      const linked = ['applicantWorkflow', 'job', 'person', 'user'].map((rel) => linkedId(headers, rel))
      see.equal(linked, [systemId, jobId, personId, userId], 'the ids of the links')
    },
  },
  {
    id: 'completed.keys',
    types: completed,
    evidence: ['doc', 'EVA'],
    title: 'A completed application tells returnUrl, userId and its workflow as systemId',
    look: (body, see, { headers }) => {
      see.has(body, ['returnUrl', 'userId', 'systemId'], 'the event')
      see.equal(linkedId(headers, 'applicantWorkflow'), body.systemId, 'the id of the workflow')
    },
  },
  {
    id: 'completed.user',
    types: completed,
    evidence: ['doc', 'EVA, C6'],
    title: 'Its user is the candidate',
    look: (body, see, { headers }) => {
      see.equal(linkedId(headers, 'person'), body.userId, 'the id of the person')
      see.equal(linkedId(headers, 'user'), body.userId, 'the id of the user')
    },
  },
  {
    id: 'completed.return',
    types: completed,
    evidence: ['client', 'C6'],
    title: 'returnUrl is the assessment page of the job on its portal',
    look: ({ returnUrl }, see) => see.fits(returnUrl, /\/jobs\/\d+\/[^/]+\/assessment(\?|$)/, 'returnUrl'),
  },
  {
    id: 'board.job',
    types: boards,
    evidence: ['doc', 'EVT, EVP, EVE'],
    title: 'What happens on a job board tells the job as systemId, and links to it',
    look: ({ systemId }, see, { headers }) => see.equal(linkedId(headers, 'job'), systemId, 'the id of the job'),
  },
  {
    id: 'board.rels',
    types: boards,
    evidence: ['doc', 'EVE'],
    title: 'It links to job and user, and to nobody who applied',
    look: (_, see, { headers }) => {
      const others = linksIn(headers).filter(({ rel }) => rel !== 'job' && rel !== 'user')
      see.equal(others, [], 'other links')
    },
  },
  {
    id: 'board.portal',
    types: ['JobPostToWebEvent'],
    evidence: ['doc', 'EVP'],
    title: 'A posting tells the address of the job on its portal',
    look: ({ portalUrl }, see) => see.fits(portalUrl, /^https?:\/\/.+\/jobs\/\d+/, 'portalUrl'),
  },
  {
    id: 'board.unpost',
    types: ['JobUnpostToWebEvent'],
    evidence: ['doc', 'EVT'],
    title: 'An end of a posting tells no portalUrl',
    look: (body, see) => see.that(!('portalUrl' in body), `portalUrl is ${short(body.portalUrl)}`),
  },
  {
    id: 'board.view',
    types: ['ViewJobWebPostEvent'],
    evidence: ['doc', 'EVE'],
    title: 'A look at a posting has its links in the header alone',
    look: (body, see) => see.that(!('links' in body), `links are ${short(body.links)}`),
  },
  {
    id: 'login.user',
    types: ['RemoteLoginEvent'],
    evidence: ['client', 'D3'],
    title: 'A remote login tells its user as systemId and userId, and links to nobody else',
    look: ({ systemId, userId }, see, { headers }) => {
      see.equal(
        linksIn(headers).map(({ rel }) => rel),
        ['user'],
        'the links',
      )
      see.equal([linkedId(headers, 'user'), userId], [systemId, systemId], 'the ids')
    },
  },
  {
    id: 'login.return',
    types: ['RemoteLoginEvent'],
    evidence: ['client', 'D3'],
    title: 'Its returnUrl is an address of the platform',
    look: ({ returnUrl }, see) => see.fits(returnUrl, /^https?:\/\//, 'returnUrl'),
  },
  {
    id: 'onboard.urls',
    types: ['OnboardPortalTaskEvent'],
    evidence: ['doc', 'EVO'],
    title: 'A task of a new hire tells returnUrl and incompleteUrl',
    look: ({ returnUrl, incompleteUrl }, see) => {
      see.fits(returnUrl, /^https?:\/\//, 'returnUrl')
      see.fits(incompleteUrl, /^https?:\/\//, 'incompleteUrl')
    },
  },
]

/** What the event of each type tells: EVS, EVA, EVE, EVP, EVO, D3, C5, C6. */
export const eventTypeFacts: readonly Fact[] = rules.map(({ id, types, evidence, title, look }) =>
  eventFact(id, evidence, title, async (site, see) => {
    eachEvent(
      site,
      see,
      (event) => look(event.body, see, event),
      ({ body }) => types.includes(body?.eventType),
      `no ${types[0]} is recorded`,
    )
  }),
)
