import type { Delivery } from './deliveries.ts'
import { type Credentials, createSignIn, reasonOf, type Scheme } from './sign-in.ts'
import { StopError } from './stop-error.ts'
import { ContradictedError, NotTestableError, short } from './witness.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of an unknown server are looked into; what is not there contradicts
export type Json = any

/** An answer, read to its end. `body` is undefined where it is no JSON. */
export type Answer = { status: number; headers: Headers; bytes: Uint8Array; text: string; body: Json }

/** A call that is sent each time it is asked for. */
export type Ask = {
  method: string
  /** What comes after `/customers/{customerId}`, or a whole address. */
  path: string
  query?: Readonly<Record<string, string>>
  /** Sent as JSON unless it is text or bytes. */
  body?: unknown
  headers?: Readonly<Record<string, string>>
  /** Sent instead of signing in; an empty object for nobody. */
  as?: Readonly<Record<string, string>>
  /** The answer is what is looked at, even where it would end the run. */
  isAwaited?: true
}

/** How the reason begins of what could not be looked at for want of calls. */
export const budgetUsedUp = 'the budget is used up'

/** Milliseconds that an answer may take: text extraction may take 90 seconds (D8). */
const longest = 120_000

/** One search filter and a whole search (SRCH). */
export type Filter = { name: string; value?: unknown[]; secondaryValue?: unknown[]; operator?: string }
export type Search = { filters?: Filter[]; operator?: string; children?: Search[] }

/** How a site is reached. */
export type SiteOptions = {
  /** `https://api.icims.com`, without the customer. */
  baseUrl: string
  customerId: string
  scheme: Scheme
  credentials: Credentials
  fetch: typeof globalThis.fetch
  now: () => Date
  /** Passes time, where a fact shows after a while only, and says why. */
  wait: (milliseconds: number, reason: string) => Promise<void>
  /** Whether it may. */
  slow: boolean
  /** Told of what takes long, one line each time it has come further. */
  onProgress: (text: string) => void
  maxCalls: number
  /** An API user who may do less than the one that signs in. */
  second?: { username: string; password: string }
  /** Events that a partner got, and the key they are signed with. */
  deliveries?: readonly Delivery[]
  eventsKey?: string
  /** A portal to look at, by id or name. */
  portal: string
}

/** The iCIMS, or what says it is one, that is looked at. Reads are kept: asked twice, sent once. */
export type Site = {
  readonly options: SiteOptions
  /** Address of the customer: every link must start with it. */
  readonly root: string
  /** Calls made so far. */
  readonly calls: number
  ask(call: Ask): Promise<Answer>
  /** A read that is sent once. */
  get(path: string, query?: Readonly<Record<string, string>>): Promise<Answer>
  /** A live search that is sent once. */
  search(type: string, search: unknown): Promise<Answer>
  /** The ids a search finds, as they stand in the answer. @throws ContradictedError when it is refused. */
  ids(type: string, search: Search): Promise<number[]>
  /** The path of a link after the customer. @throws ContradictedError for one that leads elsewhere. */
  pathOf(link: unknown): string
  /** Makes something once, for all checks that need it. */
  once<Thing>(name: string, make: () => Promise<Thing>): Promise<Thing>
  /** Lets go of the reads that are kept, since something was written. */
  forget(): void
  /** Addresses of what was made here. */
  readonly written: readonly string[]
  /** Lists what was made here and has no address of its own in an answer. */
  wrote(what: string): void
}

/** @throws StopError in one line, when going on would prove nothing: no iCIMS there, not signed in, no calls left. */
export function createSite(options: SiteOptions): Site {
  const { baseUrl, customerId, fetch, now, maxCalls } = options
  const root = `${baseUrl}/customers/${customerId}`
  const signIn = createSignIn(options.scheme, options.credentials, fetch, now)
  const kept = new Map<string, Promise<Answer>>()
  const made = new Map<string, Promise<unknown>>()
  const written: string[] = []
  let calls = 0

  const send = async ({ method, path, query = {}, body, headers = {}, as, isAwaited }: Ask): Promise<Answer> => {
    if (calls >= maxCalls) throw new NotTestableError(`${budgetUsedUp}: ${maxCalls} calls`)
    calls += 1
    const url = new URL(/^https?:/.test(path) ? path : root + path)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)
    const content = isJson ? JSON.stringify(body) : (body as string | Uint8Array | undefined)
    const own = { ...(isJson && { 'content-type': 'application/json' }), ...headers }
    const request = { method, url: url.href, headers: own, ...(content !== undefined && { body: content }) }
    const authorization = as ?? (await signIn(request))
    const response = await fetch(request.url, {
      method,
      headers: { ...own, ...authorization },
      redirect: 'manual',
      signal: AbortSignal.timeout(longest),
      ...(content !== undefined && { body: content as string | Uint8Array<ArrayBuffer> }),
    }).catch((error: unknown) => {
      throw new StopError(`${url.host} does not answer: ${reasonOf(error)}.`, calls === 1)
    })
    const answer = await readAnswer(response)
    if (as === undefined && isAwaited !== true) checkGoesOn(answer, url, calls)
    const location = answer.headers.get('location')
    if (method === 'POST' && answer.status < 300 && location !== null) written.push(location)
    return answer
  }
  const sendOnce = (key: unknown, make: () => Promise<Answer>): Promise<Answer> => {
    const name = JSON.stringify(key)
    const before = kept.get(name)
    if (before !== undefined) return before
    const answer = make()
    kept.set(name, answer)
    return answer
  }
  const search: Site['search'] = (type, body) =>
    sendOnce([type, body], () =>
      send({ method: 'POST', path: `/search/${type}`, query: { staleness: '0' }, body: body as Json }),
    )
  return {
    options,
    root,
    get calls() {
      return calls
    },
    written,
    ask: send,
    get: (path, query = {}) => sendOnce([path, query], () => send({ method: 'GET', path, query })),
    search,
    async ids(type, body) {
      const { status, body: found } = await search(type, body)
      if (status === 200 && Array.isArray(found?.searchResults)) return found.searchResults.map(({ id }: Json) => id)
      throw new ContradictedError(`the search ${short(body)} is answered ${status} ${short(found)}`)
    },
    pathOf(link) {
      if (typeof link === 'string' && link.startsWith(`${root}/`)) return link.slice(root.length)
      throw new ContradictedError(`the link ${short(link)} does not start with ${root}/`)
    },
    once<Thing>(name: string, make: () => Promise<Thing>) {
      const before = made.get(name)
      if (before !== undefined) return before as Promise<Thing>
      const thing = make()
      made.set(name, thing)
      return thing
    },
    forget: () => kept.clear(),
    wrote: (what) => void written.push(what),
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  const { status, headers } = response
  return { status, headers, bytes, text, body: parse(text) }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @throws StopError where every later answer would say the same. */
function checkGoesOn({ status, headers, text }: Answer, { host, pathname }: URL, calls: number): void {
  const isPage = /html/i.test(headers.get('content-type') ?? '') && /^\s*</.test(text)
  if (isPage && !pathname.includes('/linkTo/')) {
    const advice = 'Is the base URL that of the API, such as https://api.icims.com?'
    throw new StopError(`${host} answers HTML (${status}) where an API answers JSON. ${advice}`, true)
  }
  if (status === 401) {
    const when = calls === 1 ? 'The credentials are refused' : `The credentials are refused after ${calls} calls`
    throw new StopError(`${when}: ${host} answers 401. Have they expired?`, true)
  }
  if (status === 429) {
    const reset = headers.get('x-ratelimit-reset')
    const wait = reset === null ? '' : ` More come in ${reset} seconds.`
    throw new StopError(`The day's calls are used up: ${host} answers 429 at call ${calls}.${wait}`)
  }
}
