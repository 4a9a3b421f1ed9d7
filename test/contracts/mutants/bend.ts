/** A simulator that is wrong on purpose: its answers, changed on their way, or its requests before they get there. */
export type Mutant = {
  name: string
  /** Whether it changes something that the connector reads: the Pact provider run must then notice it alone. */
  isRead: boolean
  over(fetch: Fetch): Fetch
}

export type Fetch = (request: Request) => Promise<Response>

// biome-ignore lint/suspicious/noExplicitAny: bodies of any shape are bent
export type Json = any
export type Where = (request: Request, response: Response) => boolean

/** Changes the JSON of some answers. */
export function body(where: Where, bend: (body: Json, request: Request) => Json): Mutant['over'] {
  return (fetch) => async (request) => {
    const response = await fetch(request)
    if (!/json/.test(response.headers.get('content-type') ?? '') || !where(request, response)) return response
    return remake(response, { body: JSON.stringify(bend(await response.json(), request)) })
  }
}

/** Changes the headers of some answers. */
export function headers(where: Where, bend: (headers: Headers, request: Request) => void): Mutant['over'] {
  return (fetch) => async (request) => {
    const response = await fetch(request)
    if (!where(request, response)) return response
    const changed = new Headers(response.headers)
    bend(changed, request)
    return remake(response, { headers: changed })
  }
}

export function status(where: Where, code: number): Mutant['over'] {
  return (fetch) => async (request) => {
    const response = await fetch(request)
    return where(request, response) ? remake(response, { status: code }) : response
  }
}

/** Changes the JSON that is sent. */
export function sent(where: (request: Request) => boolean, bend: (body: Json) => Json): Mutant['over'] {
  return (fetch) => async (request) => {
    if (!where(request) || request.body === null) return fetch(request)
    const text = await request.text()
    const { method, headers, url } = request
    return fetch(new Request(url, { method, headers, body: bent(text, bend) }))
  }
}

export function address(where: (request: Request) => boolean, bend: (url: URL) => void): Mutant['over'] {
  return (fetch) => async (request) => {
    if (!where(request)) return fetch(request)
    const url = new URL(request.url)
    bend(url)
    const { method, headers } = request
    const bodyOf = request.body === null ? {} : { body: await request.arrayBuffer() }
    return fetch(new Request(url, { method, headers, ...bodyOf }))
  }
}

export async function remake(
  response: Response,
  change: { status?: number; headers?: Headers; body?: string },
): Promise<Response> {
  const { status: code = response.status, headers: all = new Headers(response.headers) } = change
  const bytes = change.body ?? (response.bodyUsed ? '' : await response.arrayBuffer())
  if (change.body !== undefined) all.delete('content-length')
  return new Response(code === 204 ? null : bytes, { status: code, headers: all })
}

function bent(text: string, bend: (body: Json) => Json): string {
  try {
    return JSON.stringify(bend(JSON.parse(text)))
  } catch {
    return text
  }
}

export const path = (request: Request): string => new URL(request.url).pathname
export const isOk: Where = (_, { ok }) => ok
export const isRefused: Where = (_, { status: code }) => code >= 400
export const on =
  (pattern: RegExp): Where =>
  (request, { ok }) =>
    ok && pattern.test(path(request))
export const isSearch = (request: Request): boolean => /\/search\/\w+$/.test(path(request))
export const found: Where = (request, { ok }) => ok && isSearch(request)
export const byMethod =
  (method: string): Where =>
  (request, { ok }) =>
    ok && request.method === method
export const profile = /\/(people|jobs|companies|applicantworkflows)\/\d+$/

/** Changes every object of a body, from the inside out. */
export function every(bend: (object: Json) => Json): (value: Json) => Json {
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return bend(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)])))
  }
  return walk
}

export const rows = (bend: (rows: Json[]) => Json[]) => (answer: Json) => ({
  ...answer,
  searchResults: bend(answer.searchResults ?? []),
})
export const isNode = (value: Json): boolean => 'formattedvalue' in value && 'id' in value
export const without =
  (...names: string[]) =>
  (value: Json) =>
    Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))

/** Workflows keep the date they were first seen with. */
export function frozenDate(): Mutant['over'] {
  return (fetch) => {
    const seen = new Map<string, string>()
    const kept = body(on(/\/applicantworkflows\/\d+$/), (one, request) => {
      if (!('updateddate' in one)) return one
      const date = seen.get(path(request)) ?? one.updateddate
      seen.set(path(request), date)
      return { ...one, updateddate: date }
    })
    return kept(fetch)
  }
}

/** Changes every date and time, `2015-09-30 02:07 PM`. */
export function bendDates(one: Json, bend: (text: string, day: string) => string): Json {
  const dates = Object.entries(one).map(([key, value]) => {
    const [, day] = /^(\d{4}-\d\d-\d\d) \d\d:\d\d [AP]M$/.exec(String(value)) ?? []
    return [key, day === undefined ? value : bend(String(value), day)]
  })
  return Object.fromEntries(dates)
}
