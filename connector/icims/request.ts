import type { paths } from '../../openapi/types.ts'

/** A request as data: it may be sent more than once. */
export type Outgoing = { method: 'GET' | 'POST'; url: string; body?: string }

/** What a path of the iCIMS document takes: the values of its braces, and its query. */
type Parameters<Path extends keyof paths, Method extends 'get' | 'post'> = paths[Path][Method] extends {
  parameters: { path: infer Values; query?: infer Query }
}
  ? { path: Values; query?: Query }
  : never

/** What a path takes as JSON. */
type Body<Path extends keyof paths> = paths[Path]['post'] extends {
  requestBody: { content: { 'application/json': infer Json } }
}
  ? Json
  : never

/** Makes requests that the iCIMS document allows; what it does not name does not compile. */
export function createRequests(baseUrl: string) {
  const base = baseUrl.replace(/\/+$/, '')
  return {
    get: <Path extends keyof paths>(path: Path, parameters: Parameters<Path, 'get'>): Outgoing => ({
      method: 'GET',
      url: base + fill(path, parameters),
    }),
    post: <Path extends keyof paths>(path: Path, parameters: Parameters<Path, 'post'>, body: Body<Path>): Outgoing => ({
      method: 'POST',
      url: base + fill(path, parameters),
      body: JSON.stringify(body),
    }),
  }
}

function fill(template: string, { path, query }: { path: unknown; query?: unknown }): string {
  const values = path as Readonly<Record<string, string | number>>
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name]!))
  const pairs = Object.entries((query ?? {}) as Readonly<Record<string, string | number>>)
  if (pairs.length === 0) return filled
  return `${filled}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}
