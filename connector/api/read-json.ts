import type { z } from '@hono/zod-openapi'
import { ApiError } from './errors.ts'

/**
 * The body of a call, read and checked. A call without one is an empty object.
 *
 * @param refusal what is said of a body that does not fit; what does not fit of it, unless given.
 * @throws ApiError when it is of another type, no JSON, or does not fit.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  refusal?: string,
): Promise<z.infer<Schema>> {
  const text = await request.text()
  const isJson = /^application\/json\b/i.test(request.headers.get('content-type') ?? '')
  if (text.trim() !== '' && !isJson) {
    const message = 'Send the body as JSON, with the header `Content-Type: application/json`.'
    throw new ApiError('PLATFORM.INPUT_INVALID', message)
  }
  const read = schema.safeParse(text.trim() === '' ? {} : parseJson(text))
  if (!read.success) throw new ApiError('PLATFORM.INPUT_INVALID', refusal ?? describeIssues(read.error))
  return read.data
}

/** Every place of a body that does not fit, and why. */
export function describeIssues({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError('PLATFORM.INPUT_INVALID', 'The body is not valid JSON.')
  }
}
