import type { Delivery } from '../deliveries.ts'
import { type Check, type Fact, fact } from '../fact.ts'
import type { Json, Site } from '../site.ts'
import { short, type Witness } from '../witness.ts'

/** Types of event that are named anywhere (EVT, EVS, EVA, EVE, EVP, EVO, D3, C6). */
const types = [
  'WorkFlowStatusChangeEvent',
  'AssessmentEvent',
  'ApplicationCompletedEvent',
  'JobPostToWebEvent',
  'JobUnpostToWebEvent',
  'ViewJobWebPostEvent',
  'RemoteLoginEvent',
  'OnboardPortalTaskEvent',
]

/** Links in the order they were recorded in, by their `rel`, each with its title (D3, C5). */
const titles: Readonly<Record<string, string>> = {
  applicantWorkflow: 'Applicant Workflow',
  job: 'Job Profile',
  person: 'Person Profile',
  user: 'Posting User',
}
const order = Object.keys(titles)

/** One link of the `Link` header: no RFC 8288, since no angle brackets stand around the address (D3, EVE). */
const headerLink = /^(?<url>[^;,<>\s]+);\s*rel="(?<rel>[^"]+)";\s*title="(?<title>[^"]+)"$/

/** Headers of the recorded requests (D3, EVE). */
const recorded: readonly (readonly [string, RegExp])[] = [
  ['content-type', /^application\/json\b/i],
  ['user-agent', /^Apache-HttpClient\//],
  ['accept-encoding', /gzip/],
  ['connection', /^close$/i],
]

/** Makes a fact about recorded events. */
export function eventFact(id: string, evidence: Parameters<typeof fact>[1], title: string, check: Check): Fact {
  return fact(`events.${id}`, evidence, title, check, { needs: 'deliveries' })
}

/** Looks at each recorded event, or at each that fits. @throws NotTestableError where there is none. */
export function eachEvent(
  { options }: Site,
  see: Witness,
  look: (event: Delivery) => void,
  fits: (event: Delivery) => boolean = () => true,
  missing = 'no event is recorded',
): void {
  see.each((options.deliveries ?? []).filter(fits), missing, look)
}

/** What every event that a partner is told of looks like: EVT, D3, C5, C6. */
export const eventFacts: readonly Fact[] = [
  eventFact('post', ['doc', 'EVT'], 'An event is told by POST', async (site, see) => {
    eachEvent(
      site,
      see,
      ({ method }) => see.equal(method, 'POST', 'the method'),
      ({ method }) => method !== undefined,
      'the record does not say the methods',
    )
  }),
  eventFact('body', ['doc', 'EVT'], 'The body of an event is a JSON object', async (site, see) => {
    eachEvent(site, see, ({ body, json }) =>
      see.that(
        typeof body === 'object' && body !== null,
        `it starts ${short(new TextDecoder().decode(json.slice(0, 60)))}`,
      ),
    )
  }),
  eventFact(
    'type',
    ['doc', 'EVT, EVS, EVA, EVE, EVP, EVO'],
    'eventType is one of the known types',
    async (site, see) => {
      eachEvent(site, see, ({ body }) =>
        see.that(types.includes(body?.eventType), `eventType is ${short(body?.eventType)}`),
      )
    },
  ),
  eventFact('texts', ['client', 'D3, C5'], 'Every value of an event is a text, ids included', async (site, see) => {
    eachEvent(site, see, ({ body }) => see.equal(otherThanTexts(body), [], 'what is no text'))
  }),
  eventFact('customer', ['doc', 'EVT'], 'An event names its customer', async (site, see) => {
    eachEvent(site, see, ({ body }) => see.equal(body?.customerId, site.options.customerId, 'customerId'))
  }),
  eventFact('system-id', ['client', 'D3, C5'], 'systemId of an event is a system id: digits', async (site, see) => {
    eachEvent(site, see, ({ body }) => see.fits(body?.systemId, /^\d+$/, 'systemId'))
  }),
  eventFact('link-header', ['client', 'D3, EVE'], 'Its Link header has no angle brackets', async (site, see) => {
    eachEvent(site, see, ({ headers }) => {
      const links = linksIn(headers)
      see.that(links.length > 0 && links.every(({ url }) => url !== undefined), `Link is ${short(headers.link)}`)
    })
  }),
  eventFact('link-comma', ['client', 'D3'], 'A comma stands behind the last link of the header', async (site, see) => {
    eachEvent(site, see, ({ headers }) => see.fits(headers.link, /,\s*$/, 'Link'))
  }),
  eventFact('links-same', ['client', 'D3, C5'], 'The links of the body are those of the header', async (site, see) => {
    eachEvent(
      site,
      see,
      ({ body, headers }) => see.equal(body.links.map(bare), linksIn(headers).map(bare), 'the links of the body'),
      ({ body }) => Array.isArray(body?.links),
      'no recorded event has links in its body',
    )
  }),
  eventFact(
    'rels',
    ['client', 'C6, D3'],
    'Links are of rel applicantWorkflow, job, person and user',
    async (site, see) => {
      eachEvent(site, see, ({ headers }) => {
        for (const { rel } of linksIn(headers)) see.that(order.includes(rel ?? ''), `a rel is ${short(rel)}`)
      })
    },
  ),
  eventFact('titles', ['client', 'D3, C5'], 'Each link has the title of its rel', async (site, see) => {
    eachEvent(site, see, ({ headers }) => {
      for (const { rel = '', title } of linksIn(headers)) see.equal(title, titles[rel], `the title of ${rel}`)
    })
  }),
  eventFact('order', ['client', 'C5'], 'Links come as applicantWorkflow, job, person, user', async (site, see) => {
    eachEvent(site, see, ({ headers }) => {
      const rels = linksIn(headers).map(({ rel }) => rel ?? '')
      const sorted = rels.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
      see.equal(rels, sorted, 'the order of the links')
    })
  }),
  eventFact('addresses', ['client', 'C5, C6'], 'Links lead to profiles of the customer', async (site, see) => {
    eachEvent(site, see, ({ headers }) => {
      for (const { url } of linksIn(headers)) {
        const { pathname } = URL.parse(url ?? '') ?? { pathname: '' }
        const customer = `/customers/${site.options.customerId}/`
        see.that(pathname.startsWith(customer) && /\/[a-z]+\/\d+$/.test(pathname), `a link leads to ${short(url)}`)
      }
    })
  }),
  ...recorded.map(([name, pattern]) =>
    eventFact(
      `headers.${name}`,
      ['client', 'D3, EVE'],
      `An event is sent with ${name} as recorded`,
      async (site, see) => {
        eachEvent(site, see, ({ headers }) => see.fits(headers[name], pattern, name))
      },
    ),
  ),
  eventFact('length', ['client', 'D3'], 'Content-Length is the length of what is sent', async (site, see) => {
    eachEvent(
      site,
      see,
      ({ bytes, headers }) => see.equal(Number(headers['content-length']), bytes.length, 'Content-Length'),
      // What a recorder has unpacked is not what was sent.
      ({ bytes, json, headers }) =>
        headers['content-length'] !== undefined && (bytes !== json || headers['content-encoding'] === undefined),
      'the record holds no bytes as they were sent',
    )
  }),
]

/** A link of an event; without an address where it is written in another way. */
export type EventLink = { url?: string; rel?: string; title?: string }

/** The links of the `Link` header. */
export function linksIn(headers: Readonly<Record<string, string>>): EventLink[] {
  const parts = (headers.link ?? '').split(/,(?=\s*(?:<?https?:|$))/).filter((part) => part.trim() !== '')
  return parts.map((part) => ({ ...headerLink.exec(part.trim())?.groups }))
}

/** The system id that a link of this rel leads to, as text. */
export function linkedId(headers: Readonly<Record<string, string>>, rel: string): string | undefined {
  return linksIn(headers)
    .find((link) => link.rel === rel)
    ?.url?.split('/')
    .at(-1)
}

function bare({ url, rel, title }: EventLink): EventLink {
  return { ...(url !== undefined && { url }), ...(rel !== undefined && { rel }), ...(title !== undefined && { title }) }
}

/** Paths of values that are neither texts nor made of them. */
function otherThanTexts(value: Json, path = ''): string[] {
  if (typeof value === 'string') return []
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => otherThanTexts(inner, path === '' ? key : `${path}.${key}`))
}
