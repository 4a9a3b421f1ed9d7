import { type Operation, operations } from '../openapi/document.ts'

/** An operation and the parameters its path was matched with, decoded. */
export type Route = { operation: Operation; params: Readonly<Record<string, string>> }

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** One path of the document, cut at its slashes, with the operation of each method. */
type Template = {
  /** A literal, or undefined in the place of a parameter. */
  literals: readonly (string | undefined)[]
  /** Names of the parameters by their places. */
  names: readonly (readonly [place: number, name: string])[]
  operations: ReadonlyMap<string, Operation>
}

/**
 * Routes of the API host: exactly the document's operations, by the number of their segments. A path with fewer parameters
 * comes before one it also fits, and answers all methods there: `/fields/{field}/binary` is no `/fields/{field}/{entry}`
 * (https://spec.openapis.org/oas/v3.1.0#path-templating-matching). A router of regular expressions cannot tell these apart,
 * and one that walks a tree takes longer than all the rest of a GET's way to its handler.
 */
const templates = Map.groupBy(
  [...Map.groupBy(operations, ({ path }) => path)]
    .map(([path, ofPath]) => templateOf(path, ofPath))
    .sort((a, b) => a.names.length - b.names.length),
  ({ literals }) => literals.length,
)

function templateOf(path: string, ofPath: readonly Operation[]): Template {
  const named = path.split('/').map((segment) => /^\{(\w+)\}$/.exec(segment)?.[1])
  return {
    literals: path.split('/').map((segment, place) => (named[place] === undefined ? segment : undefined)),
    names: named.flatMap((name, place) => (name === undefined ? [] : [[place, name] as const])),
    operations: new Map(ofPath.map((operation) => [operation.method, operation])),
  }
}

/**
 * The operation of this method and path, or undefined. A path that cannot be decoded matches nothing. A slash at its end is
 * as if it were not there: iCIMS's own samples write some addresses with one (D26, JDIS).
 */
export function matchRoute(method: string, path: string): Route | undefined {
  const segments = (path.endsWith('/') ? path.slice(0, -1) : path).split('/')
  const template = templates.get(segments.length)?.find(({ literals }) => fits(literals, segments))
  const operation = template?.operations.get(method)
  if (template === undefined || operation === undefined) return undefined
  const params: Record<string, string> = {}
  for (const [place, name] of template.names) {
    const text = segments[place]!
    try {
      params[name] = text.includes('%') ? decodeURIComponent(text) : text
    } catch {
      return undefined
    }
  }
  return { operation, params }
}

function fits(literals: Template['literals'], segments: readonly string[]): boolean {
  for (let place = 0; place < literals.length; place++) {
    const literal = literals[place]
    if (literal === undefined ? segments[place] === '' : segments[place] !== literal) return false
  }
  return true
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
