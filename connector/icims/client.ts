import type { Clock } from '../clock.ts'
import { decodeIcimsAddress, type IcimsAddress } from './address.ts'
import { bodyOf, idsOf, recordOf } from './answer.ts'
import {
  applicantworkflowFields,
  decodeIcimsApplicantWorkflow,
  type IcimsApplicantWorkflow,
} from './applicantworkflow.ts'
import { createClockSkewWatch } from './clock-skew.ts'
import { createCredentials, type IcimsAuth } from './credentials.ts'
import { decodeIcimsCustomer, type IcimsCustomer } from './customer.ts'
import type { IcimsNode } from './decode.ts'
import { exchangeByFetch, exchangeByNode } from './exchange.ts'
import { decodeIcimsForm, type IcimsForm } from './form.ts'
import { decodeIcimsJob, type IcimsJob, jobFields } from './job.ts'
import { createLists, type IcimsLists } from './lists.ts'
import { createPace } from './pace.ts'
import { decodeIcimsPerson, type IcimsPerson, personFields } from './person.ts'
import { decodeIcimsPortalJobs, type IcimsPortalJob } from './portal.ts'
import { createProbes, type IcimsProbes } from './probes.ts'
import { createRateLimitWatch, type RateLimit } from './rate-limit.ts'
import { createRequests } from './request.ts'
import { send } from './send.ts'
import { createWrites, type IcimsWrites } from './writes.ts'

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
  /** What calls are made with, in place of Node's own client. */
  fetch?: typeof globalThis.fetch
  clock: Clock
  /** From 0 to 1, spreads retries. */
  random?: () => number
  timeout?: number
  tries?: number
  /** Calls of the day to leave to others. */
  reserve?: number
  /** Calls under way at most. */
  concurrency?: number
  signal?: AbortSignal
}

/** What it does beside reading for a sync. */
type BesideReading = IcimsProbes & IcimsWrites

/** The only place that calls iCIMS. */
export type IcimsClient = BesideReading &
  IcimsLists & {
    getCustomer(): Promise<IcimsCustomer>
    /** @param more fields to ask for beside those that are decoded; they are in `raw`. */
    getPerson(id: string, more?: readonly string[]): Promise<IcimsPerson>
    /** Of a job its folder alone, which says whether it takes applications. */
    getJobFolder(id: string): Promise<IcimsNode | undefined>
    getJob(id: string, more?: readonly string[]): Promise<IcimsJob>
    getApplicantWorkflow(id: string, more?: readonly string[]): Promise<IcimsApplicantWorkflow>
    getCompanyAddress(companyId: string, entry: string): Promise<IcimsAddress>
    /**
     * One page of ids after this one, ascending. Fewer than `icimsPageSize` means that it is the last.
     *
     * @throws FatalError when the ids do not grow: paging would never end.
     * @throws RetriableError when the answer has no list of ids.
     */
    searchPage(type: IcimsSearch, filters: readonly IcimsFilter[], afterId: string): Promise<string[]>
    /** Sets how many calls of the day are left to others, by the day's limit. */
    leave(reserve: (limit: number) => number): void
    /** Jobs on a portal, by its id or name, in whatever order: at most as many as a full page has. */
    searchPortal(portal: string, filters: readonly IcimsFilter[]): Promise<IcimsPortalJob[]>
    /** The questions of an iForm, by the form's name. */
    getForm(name: string): Promise<IcimsForm>
    /** Calls made so far. */
    readonly calls: number
    readonly rateLimit: RateLimit | undefined
    /** iCIMS's clock minus ours in milliseconds, once an answer has told. */
    readonly clockSkew: number | undefined
    /** The least it was at any answer: where a run on iCIMS's clock began, at the latest. */
    readonly leastClockSkew: number | undefined
  }

/**
 * Makes a client of one customer's iCIMS.
 *
 * Its calls throw FatalError (no use to go on), RetriableError (go on later) or RecordError (this record only). A record is
 * at fault when it is gone, hidden, or answered with 5xx at every try; a search never is.
 */
export function createIcimsClient(options: IcimsClientOptions): IcimsClient {
  const { customerId, fetch = globalThis.fetch, clock } = options
  const { reserve = 0, concurrency = 16 } = options
  const rateLimit = createRateLimitWatch(() => reserve, clock)
  const skew = createClockSkewWatch(clock)
  const { random = Math.random, timeout = 30_000, tries = 5, signal } = options
  const credentials = createCredentials(options.auth, fetch, clock, { random, timeout, tries })
  const pace = createPace(concurrency, clock, signal)
  const sending = {
    exchange: options.fetch === undefined ? exchangeByNode : exchangeByFetch(options.fetch),
    fetch,
    clock,
    rateLimit,
    pace,
    skew,
    credentials,
    random,
    timeout,
    tries,
    ...(signal && { signal }),
  }
  const requests = createRequests(options.baseUrl)
  const { get, post } = requests
  const path = (id: string) => ({ customerId, id })
  return {
    ...createProbes(customerId, requests, (request) => send(request, sending)),
    ...createLists(customerId, requests, (request) => send(request, sending)),
    ...createWrites(customerId, requests, sending),
    async getCustomer() {
      const request = get('/customers/{customerId}', { path: { customerId } })
      return decodeIcimsCustomer(await bodyOf(send(request, sending), 'customer'))
    },
    async getPerson(id, more) {
      const query = { fields: fieldList(personFields, more) }
      const request = get('/customers/{customerId}/people/{id}', { path: path(id), query })
      return decodeIcimsPerson(id, await recordOf(send(request, sending), `person ${id}`))
    },
    async getJob(id, more) {
      const query = { fields: fieldList(jobFields, more) }
      const request = get('/customers/{customerId}/jobs/{id}', { path: path(id), query })
      return decodeIcimsJob(id, await recordOf(send(request, sending), `job ${id}`))
    },
    async getJobFolder(id) {
      const request = get('/customers/{customerId}/jobs/{id}', { path: path(id), query: { fields: 'folder' } })
      return decodeIcimsJob(id, await recordOf(send(request, sending), `job ${id}`)).folder
    },
    async getApplicantWorkflow(id, more) {
      const query = { fields: fieldList(applicantworkflowFields, more) }
      const request = get('/customers/{customerId}/applicantworkflows/{id}', { path: path(id), query })
      return decodeIcimsApplicantWorkflow(id, await recordOf(send(request, sending), `applicant workflow ${id}`))
    },
    async getCompanyAddress(companyId, entry) {
      const values = { ...path(companyId), field: 'addresses', entry } as const
      const request = get('/customers/{customerId}/companies/{id}/fields/{field}/{entry}', { path: values })
      return decodeIcimsAddress(await recordOf(send(request, sending), `address ${entry} of company ${companyId}`))
    },
    async searchPage(type, filters, afterId) {
      const body = {
        filters: [...filters, { name: `${searchPrefix[type]}.id`, value: [afterId], operator: '>' as const }],
        operator: '&' as const,
      }
      const parameters = { path: { customerId }, query: { staleness: 0 } }
      const request = post(`/customers/{customerId}/search/${type}`, parameters, body)
      return idsOf(send(request, sending), type, afterId)
    },
    leave(calls) {
      rateLimit.reserve = calls
    },
    async searchPortal(portal, filters) {
      const path = '/customers/{customerId}/search/portals/{portal}'
      const parameters = { path: { customerId, portal }, query: { staleness: 0 } }
      // A portal is searched without a filter by GET alone: a search in a body needs one (D26).
      const request =
        filters.length === 0 ? get(path, parameters) : post(path, parameters, { filters: [...filters], operator: '&' })
      return decodeIcimsPortalJobs(portal, await recordOf(send(request, sending), `portal ${portal}`))
    },
    async getForm(formName) {
      const request = get('/customers/{customerId}/forms/{formName}/meta', { path: { customerId, formName } })
      return decodeIcimsForm(formName, await recordOf(send(request, sending), `form ${formName}`))
    },
    get calls() {
      return rateLimit.calls
    },
    get rateLimit() {
      return rateLimit.state
    },
    get clockSkew() {
      return skew.milliseconds
    },
    get leastClockSkew() {
      return skew.least
    },
  }
}

function fieldList(fields: readonly string[], more: readonly string[] = []): string {
  return [...new Set([...fields, ...more])].join(',')
}
