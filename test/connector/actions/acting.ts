import { createPair, type Pair } from '../../pair.ts'
import { asFetch } from '../../tenant.ts'

/** The bytes of a CV that reads as a PDF. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** A CV as a call has it. */
export const cv = {
  name: 'Mara Lind CV.pdf',
  content_type: 'application/pdf',
  data: pdf.toString('base64'),
  type: 'CV',
}

/** Who applies in most tests. */
export const candidate = { first_name: 'Mara', last_name: 'Lind', email_address: 'mara.lind@example.com' }

/** A pair with a small tenant that is synced, and calls of the unified API with JSON. */
export type Acting = Pair & {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
  send(method: string, path: string, body: unknown, headers?: object): Promise<{ status: number; body: any }>
  /** Calls that went to iCIMS since this was last asked, as `POST /people`. */
  calls(): string[]
  /** The id of an open job in iCIMS. */
  jobId: number
  /** Answers in the place of iCIMS; a call that is `lost` has its effect and no answer. */
  intercept(answer: Intercept): void
  people(email: string): number[]
  workflows(personId: number): number[]
}

type Intercept = (request: Request) => Response | 'lost' | undefined | Promise<Response | 'lost' | undefined>

export async function createActing(options: Parameters<typeof createPair>[0] = {}): Promise<Acting> {
  let intercept: Intercept = () => undefined
  const fetch = asFetch(async (request) => {
    const instead = await intercept(request)
    if (instead instanceof Response) return instead
    const answer = await pair.simulator.fetch(request)
    if (instead === 'lost') throw new TypeError('fetch failed')
    return answer
  })
  const connector = { fetch, ...options.connector }
  const pair = await createPair({ ...options, connector, simulator: { people: 30, ...options.simulator } })
  const { store, journal } = pair.simulator.tenant
  await pair.connector.sync(pair.integrationId)
  const [job] = [...store.each('job')].filter(({ data }) => data.folder === 'D31001')
  let seen = journal.entries().length
  return {
    ...pair,
    jobId: job!.id,
    async send(method, path, body, headers = {}) {
      const json = typeof body === 'string' ? body : JSON.stringify(body)
      return pair.api(path, { method, body: json, headers: { 'content-type': 'application/json', ...headers } })
    },
    calls() {
      const entries = journal.entries()
      // The newest come first.
      const fresh = entries.slice(0, entries.length - seen).reverse()
      seen = entries.length
      return fresh.map(({ method, path }) => `${method} ${path.replace(/^\/customers\/\d+/, '').replace(/\?.*/, '')}`)
    },
    intercept(answer) {
      intercept = answer
    },
    people: (email) => store.find('person', { email }),
    workflows: (personId) => store.find('applicantworkflow', { associatedprofile: personId }),
  }
}
