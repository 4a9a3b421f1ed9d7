import type { paths } from '../../openapi/types.ts'

/** A request as data: it may be sent more than once. A body is JSON unless its type says otherwise. */
export type Outgoing = { method: Method; url: string; body?: string | Uint8Array<ArrayBuffer>; contentType?: string }

type Method = 'GET' | 'POST' | 'PATCH'
type Verb = 'get' | 'post' | 'patch'

/** What a path of the iCIMS document takes: the values of its braces, and its query. */
type Parameters<Path extends keyof paths, Method extends Verb> = paths[Path][Method] extends {
  parameters: { path: infer Values; query?: infer Query }
}
  ? { path: Values; query?: Query }
  : never

/** What a path takes as JSON; an object of which the document names nothing may hold anything. */
type Body<Path extends keyof paths, Method extends 'post' | 'patch'> = paths[Path][Method] extends {
  requestBody: { content: { 'application/json': infer Json } }
}
  ? Json extends Record<string, never>
    ? Readonly<Record<string, unknown>>
    : Json
  : never

/** Makes requests that the iCIMS document allows; what it does not name does not compile. */
export function createRequests(baseUrl: string) {
  const base = baseUrl.replace(/\/+$/, '')
  return {
    get: <Path extends keyof paths>(path: Path, parameters: Parameters<Path, 'get'>): Outgoing => ({
      method: 'GET',
      url: base + fill(path, parameters),
    }),
    post: <Path extends keyof paths>(
      path: Path,
      parameters: Parameters<Path, 'post'>,
      body: Body<Path, 'post'>,
    ): Outgoing => ({
      method: 'POST',
      url: base + fill(path, parameters),
      body: JSON.stringify(body),
    }),
    patch: <Path extends keyof paths>(
      path: Path,
      parameters: Parameters<Path, 'patch'>,
      body: Body<Path, 'patch'>,
    ): Outgoing => ({
      method: 'PATCH',
      url: base + fill(path, parameters),
      body: JSON.stringify(body),
    }),
    /** A file, as a form with one part (D8). */
    patchFile: <Path extends keyof paths & `${string}/binary`>(
      path: Path,
      parameters: Parameters<Path, 'patch'>,
      { body, contentType }: { body: Uint8Array<ArrayBuffer>; contentType: string },
    ): Outgoing => ({ method: 'PATCH', url: base + fill(path, parameters), body, contentType }),
  }
}

function fill(template: string, { path, query }: { path: unknown; query?: unknown }): string {
  const values = path as Readonly<Record<string, string | number>>
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name]!))
  const pairs = Object.entries((query ?? {}) as Readonly<Record<string, string | number>>)
  if (pairs.length === 0) return filled
  return `${filled}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}
