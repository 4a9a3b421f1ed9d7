/**
 * What a JSON value looks like, without any value: the name of its type, the names and shapes of an object's keys, the one
 * shape that an array's items share, and several where they differ.
 */
export type Shape = string | { keys: Readonly<Record<string, Shape>> } | { items: Shape } | { either: readonly Shape[] }

export function shapeOf(value: unknown): Shape {
  if (value === null) return 'null'
  if (Array.isArray(value)) {
    return value.length === 0 ? { items: 'nothing' } : { items: value.map(shapeOf).reduce(mergeShapes) }
  }
  if (typeof value !== 'object') return Number.isInteger(value) ? 'integer' : typeof value
  const keys = Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)])
  return { keys: Object.fromEntries(keys.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))) }
}

/** The shape of whatever has one of the two. */
export function mergeShapes(a: Shape, b: Shape): Shape {
  if (JSON.stringify(a) === JSON.stringify(b) || b === 'nothing') return a
  if (a === 'nothing') return b
  if (isKeys(a) && isKeys(b)) {
    const names = [...new Set([...Object.keys(a.keys), ...Object.keys(b.keys)])].sort()
    return {
      keys: Object.fromEntries(
        names.map((name) => {
          const [one, two] = [keyOf(a, name), keyOf(b, name)]
          return [name, one === undefined ? two! : two === undefined ? one : mergeShapes(one, two)]
        }),
      ),
    }
  }
  if (isItems(a) && isItems(b)) return { items: mergeShapes(a.items, b.items) }
  const kinds = [a, b].flatMap((shape) => (isEither(shape) ? shape.either : [shape]))
  const unique = [...new Map(kinds.map((shape) => [JSON.stringify(shape), shape])).values()]
  return { either: unique.sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1)) }
}

/** Where two shapes contradict each other: paths with what stands there. A key that one lacks is no contradiction. */
export function shapeConflicts(recorded: Shape, ours: Shape, path = ''): string[] {
  if (recorded === 'nothing' || ours === 'nothing') return []
  if (isKeys(recorded) && isKeys(ours)) {
    return Object.entries(recorded.keys).flatMap(([name, shape]) => {
      const other = keyOf(ours, name)
      return other === undefined ? [] : shapeConflicts(shape, other, path === '' ? name : `${path}.${name}`)
    })
  }
  if (isItems(recorded) && isItems(ours)) return shapeConflicts(recorded.items, ours.items, `${path}[]`)
  const possible = isEither(ours) ? ours.either : [ours]
  const seen = isEither(recorded) ? recorded.either : [recorded]
  const isKnown = (shape: Shape): boolean => possible.some((one) => isSameKind(shape, one))
  return seen
    .filter((shape) => !isKnown(shape))
    .map((shape) => `${path || 'the body'} is ${headOf(shape)}, the simulator has ${possible.map(headOf).join(' or ')}`)
}

function isSameKind(a: Shape, b: Shape): boolean {
  return headOf(a) === headOf(b) || (a === 'integer' && b === 'number')
}

/** The outermost part of a shape, in a word. */
export function headOf(shape: Shape): string {
  if (typeof shape === 'string') return shape
  return isKeys(shape) ? 'object' : isItems(shape) ? 'array' : shape.either.map(headOf).join(' or ')
}

/** A key of the shape's own: what every object inherits is none. */
function keyOf({ keys }: { keys: Readonly<Record<string, Shape>> }, name: string): Shape | undefined {
  return Object.hasOwn(keys, name) ? keys[name] : undefined
}

function isKeys(shape: Shape): shape is { keys: Readonly<Record<string, Shape>> } {
  return typeof shape === 'object' && 'keys' in shape
}

function isItems(shape: Shape): shape is { items: Shape } {
  return typeof shape === 'object' && 'items' in shape
}

function isEither(shape: Shape): shape is { either: readonly Shape[] } {
  return typeof shape === 'object' && 'either' in shape
}
