import { RegExpRouter } from 'hono/router/reg-exp-router'
import { SmartRouter } from 'hono/router/smart-router'
import { TrieRouter } from 'hono/router/trie-router'
import { type Operation, operations } from '../openapi/document.ts'

/** An operation and the parameters its path was matched with, decoded. */
export type Route = { operation: Operation; params: Readonly<Record<string, string>> }

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Routes of the API host: exactly the document's operations. Built at the first request, then kept. A path with fewer
 * parameters comes before one it also fits, and answers all methods there: `/fields/{field}/binary` is no
 * `/fields/{field}/{entry}` (https://spec.openapis.org/oas/v3.1.0#path-templating-matching).
 */
const router = new SmartRouter<Operation | undefined>({ routers: [new RegExpRouter(), new TrieRouter()] })
const parameters = (path: string): number => path.split('{').length
const paths = [...new Set(operations.map(({ path }) => path))].sort((a, b) => parameters(a) - parameters(b))
for (const path of paths) {
  for (const method of methods) {
    const operation = operations.find((candidate) => candidate.path === path && candidate.method === method)
    router.add(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), operation)
  }
}

/**
 * The operation of this method and path, or undefined. A path that cannot be decoded matches nothing. A slash at its end is
 * as if it were not there: iCIMS's own samples write some addresses with one (D26, JDIS).
 */
export function matchRoute(method: string, path: string): Route | undefined {
  const [matches, stash] = router.match(method, path.endsWith('/') ? path.slice(0, -1) : path)
  const match = matches[0]
  const operation = match?.[0]
  if (match === undefined || operation === undefined) return undefined
  const params: Record<string, string> = {}
  for (const [name, value] of Object.entries(match[1])) {
    const text = stash === undefined ? (value as string) : stash[value as number]!
    try {
      params[name] = text.includes('%') ? decodeURIComponent(text) : text
    } catch {
      return undefined
    }
  }
  return { operation, params }
}

/** Whether the operation's requests carry JSON, as nearly all do; the others carry files. */
export function takesJson({ operation }: Route): boolean {
  return operation.accepts === undefined || operation.accepts.includes('application/json')
}

/** The methods this path does answer, for the 405. */
export function allowedMethods(path: string): string[] {
  return methods.filter((method) => matchRoute(method, path) !== undefined)
}

/** The documented operation whose address looks most like this one, to name it where nothing matched. */
export function nearestOperation(method: string, path: string): Operation {
  const wanted = path.split('/')
  const score = (operation: Operation): number => {
    const segments = operation.path.split('/')
    const same = segments.filter((segment, i) => segment === wanted[i] || (segment.startsWith('{') && wanted[i])).length
    const literal = segments.filter(
      (segment) => !segment.startsWith('{') && wanted.some((word) => isNear(word, segment)),
    )
    return (
      same + literal.length * 2 - Math.abs(segments.length - wanted.length) + (operation.method === method ? 0.5 : 0)
    )
  }
  return operations.reduce((best, operation) => (score(operation) > score(best) ? operation : best))
}

/** Near enough to be a slip: the same letters but for case and a singular. */
function isNear(word: string, segment: string): boolean {
  const [a, b] = [word.toLowerCase(), segment.toLowerCase()]
  return a.length > 2 && (a === b || b.startsWith(a.slice(0, -1)) || a.startsWith(b.slice(0, -1)))
}
