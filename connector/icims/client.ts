import createOpenapiClient from 'openapi-fetch'
import type { paths } from '../../openapi/types.ts'
import type { Clock } from '../clock.ts'
import { decodeIcimsAddress, type IcimsAddress } from './address.ts'
import {
  applicantworkflowFields,
  decodeIcimsApplicantWorkflow,
  type IcimsApplicantWorkflow,
} from './applicantworkflow.ts'
import { createCredentials, type IcimsAuth } from './credentials.ts'
import { FatalError, RecordError, RetriableError } from './errors.ts'
import { decodeIcimsJob, type IcimsJob, jobFields } from './job.ts'
import { decodeIcimsPerson, type IcimsPerson, personFields } from './person.ts'
import { createRateLimitWatch, type RateLimit } from './rate-limit.ts'
import { Outgoing, send } from './send.ts'

/** One search filter (SRCH). */
export type IcimsFilter = { name: string; value: string[]; secondaryValue?: string[]; operator?: IcimsOperator }
type IcimsOperator = '=' | '!=' | '==' | '!==' | '<' | '>' | '<=' | '>='

/** The types of profile the connector searches, by the word in the URL, with the prefix of their filters. */
export const searchPrefix = { people: 'person', jobs: 'job', applicantworkflows: 'applicantworkflow' } as const
export type IcimsSearch = keyof typeof searchPrefix

/** Rows a full page of a search has: one short of it is the last (SRCH). */
export const icimsPageSize = 1_000

/** What the client is made with. */
export type IcimsClientOptions = {
  /** `https://api.icims.com`, or `https://api-eu.icims.com` for customers in the EU. */
  baseUrl: string
  customerId: string
  auth: IcimsAuth
  fetch: typeof globalThis.fetch
  clock: Clock
  /** From 0 to 1, spreads retries. */
  random?: () => number
  timeout?: number
  tries?: number
  /** Calls of the day to leave to others. */
  reserve?: number
  signal?: AbortSignal
}

/** The only place that calls iCIMS. */
export type IcimsClient = {
  getPerson(id: string): Promise<IcimsPerson>
  getJob(id: string): Promise<IcimsJob>
  getApplicantWorkflow(id: string): Promise<IcimsApplicantWorkflow>
  getCompanyAddress(companyId: string, entry: string): Promise<IcimsAddress>
  /**
   * One page of ids after this one, ascending. Fewer than `icimsPageSize` means that it is the last.
   *
   * @throws FatalError when the ids do not grow: paging would never end.
   */
  searchPage(type: IcimsSearch, filters: readonly IcimsFilter[], afterId: number): Promise<number[]>
  /** Calls made so far. */
  readonly calls: number
  readonly rateLimit: RateLimit | undefined
}

/**
 * Makes a client of one customer's iCIMS.
 *
 * Its calls throw FatalError (no use to go on), RetriableError (go on later) or RecordError (this record only).
 */
export function createIcimsClient(options: IcimsClientOptions): IcimsClient {
  const { customerId, fetch, clock } = options
  const rateLimit = createRateLimitWatch(options.reserve ?? 0)
  const sending = {
    fetch,
    clock,
    rateLimit,
    credentials: createCredentials(options.auth, fetch, clock),
    random: options.random ?? Math.random,
    timeout: options.timeout ?? 30_000,
    tries: options.tries ?? 5,
    ...(options.signal && { signal: options.signal }),
  }
  const api = createOpenapiClient<paths>({
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    // It builds and reads these two through the members they have.
    Request: Outgoing as unknown as typeof Request,
    fetch: async (request) => (await send(request as unknown as Outgoing, sending)) as unknown as Response,
  })
  const path = (id: string) => ({ customerId, id })
  return {
    async getPerson(id) {
      const query = { fields: personFields.join(',') }
      const answer = await readable(
        api.GET('/customers/{customerId}/people/{id}', { params: { path: path(id), query } }),
      )
      return decodeIcimsPerson(id, dataOf(answer, `person ${id}`))
    },
    async getJob(id) {
      const query = { fields: jobFields.join(',') }
      const answer = await readable(api.GET('/customers/{customerId}/jobs/{id}', { params: { path: path(id), query } }))
      return decodeIcimsJob(id, dataOf(answer, `job ${id}`))
    },
    async getApplicantWorkflow(id) {
      const query = { fields: applicantworkflowFields.join(',') }
      const answer = await readable(
        api.GET('/customers/{customerId}/applicantworkflows/{id}', {
          params: { path: path(id), query },
        }),
      )
      return decodeIcimsApplicantWorkflow(id, dataOf(answer, `applicant workflow ${id}`))
    },
    async getCompanyAddress(companyId, entry) {
      const answer = await readable(
        api.GET('/customers/{customerId}/companies/{id}/fields/{field}/{entry}', {
          params: { path: { ...path(companyId), field: 'addresses', entry } },
        }),
      )
      return decodeIcimsAddress(dataOf(answer, `address ${entry} of company ${companyId}`))
    },
    async searchPage(type, filters, afterId) {
      const body = {
        filters: [...filters, { name: `${searchPrefix[type]}.id`, value: [String(afterId)], operator: '>' as const }],
        operator: '&' as const,
      }
      const params = { path: { customerId }, query: { staleness: 0 } }
      const answer = await readable(api.POST(`/customers/{customerId}/search/${type}`, { params, body }))
      return growingIds(dataOf(answer, `search of ${type}`), type, afterId)
    },
    get calls() {
      return rateLimit.calls
    },
    get rateLimit() {
      return rateLimit.state
    },
  }
}

/** What should be JSON and is not came from something in between, a proxy say: it may be better next time. */
async function readable<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new RetriableError(`An answer of iCIMS was no JSON: ${error.message}.`, { cause: error })
  }
}

/** The body of a 200, or the error its status stands for. */
function dataOf(
  { data, error, response }: { data?: unknown; error?: unknown; response: Response },
  what: string,
): unknown {
  if (response.status === 200) {
    // Some clients met errors inside a 200 (G1).
    if (typeof data === 'object' && data !== null && 'errors' in data) {
      throw new FatalError(`iCIMS refused the ${what}: ${messageOf(data)}.`)
    }
    return data
  }
  const reason = messageOf(error)
  if (response.status === 401) {
    throw new FatalError(`iCIMS refused the credentials (${reason}). Check user, password and customer id.`, {
      isAuthentication: true,
    })
  }
  if (response.status === 403) throw new FatalError(`iCIMS gives the API user no access to the ${what} (${reason}).`)
  if (response.status === 404)
    throw new RecordError(`iCIMS has no ${what}, or the API user may not see it (${reason}).`)
  throw new FatalError(`iCIMS answered ${response.status} to the ${what} (${reason}).`)
}

function messageOf(body: unknown): string {
  const errors = (body as { errors?: { errorMessage?: unknown }[] } | undefined)?.errors
  if (!Array.isArray(errors) || errors.length === 0) return 'without a message'
  return errors.map(({ errorMessage }) => String(errorMessage)).join('; ')
}

function growingIds(data: unknown, type: IcimsSearch, afterId: number): number[] {
  const results = (data as { searchResults?: unknown }).searchResults ?? []
  if (!Array.isArray(results)) throw new FatalError(`iCIMS answered the search of ${type} without searchResults.`)
  let last = afterId
  return results.map((row: { id?: unknown }) => {
    // The schema says integer, one printed sample shows texts (SRCH).
    const id = Number(row.id)
    if (!(id > last))
      throw new FatalError(`The search of ${type} answered id ${row.id} after ${last}: its pages do not grow.`)
    last = id
    return id
  })
}
