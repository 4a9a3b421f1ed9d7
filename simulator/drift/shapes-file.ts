import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { operations } from '../../openapi/document.ts'
import { RefusedError } from '../refused-error.ts'
import type { Shape } from './shape.ts'

/** One kind of request as it was seen, and how it was answered. Names, types and statuses only. */
export type RecordedExchange = {
  operation: string
  /** Names of the query's parameters; of `fields`, the field ids asked for. */
  query: readonly string[]
  fields: readonly string[]
  /** Filter names and operators of a search. */
  filters: readonly { name: string; operator: string }[]
  /** Shape of the body; absent where there was none. */
  body?: Shape
  status: number
  /** Names of the answer's headers, in order. */
  headers: readonly string[]
  contentType: string
  /** Shape of a JSON answer. */
  answer?: Shape
  /** Where the answer does not fit the OpenAPI document. */
  unfit: readonly string[]
  /** How often it was seen. */
  seen: number
}

/** What `record` writes. */
export type ShapesFile = {
  format: 'icims-shapes'
  version: 1
  recordedOn: string
  exchanges: readonly RecordedExchange[]
}

const shape: z.ZodType<Shape> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ keys: z.record(z.string(), shape) }),
    z.strictObject({ items: shape }),
    z.strictObject({ either: z.array(shape) }),
  ]),
)

const schema = z.strictObject({
  format: z.literal('icims-shapes'),
  version: z.literal(1),
  recordedOn: z.string(),
  exchanges: z.array(
    z.strictObject({
      operation: z.enum(operations.map(({ operationId }) => operationId)),
      query: z.array(z.string()),
      fields: z.array(z.string()),
      filters: z.array(z.strictObject({ name: z.string(), operator: z.string() })),
      body: shape.optional(),
      status: z.int(),
      headers: z.array(z.string()),
      contentType: z.string(),
      answer: shape.optional(),
      unfit: z.array(z.string()),
      seen: z.int(),
    }),
  ),
})

/** @throws RefusedError naming the file and what is wrong with it. */
export function readShapes(file: string): ShapesFile {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new RefusedError(400, `cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? error}.`)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new RefusedError(400, `${file} is no JSON: ${(error as Error).message}. Record it again.`)
  }
  const result = schema.safeParse(json)
  if (result.success) return result.data as ShapesFile
  const [issue] = result.error.issues
  throw new RefusedError(
    400,
    `${file} is no file of shapes: ${issue!.path.join('.')}: ${issue!.message}. Record it again.`,
  )
}

/** Written beside and moved into place, so that a stop leaves the old file or the new one. */
export function writeShapes(file: string, shapes: ShapesFile): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(shapes, null, 1)}\n`)
  renameSync(draft, file)
}
