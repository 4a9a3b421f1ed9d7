import type { z } from '@hono/zod-openapi'
import { invalid } from './errors.ts'

/**
 * The body of a call with the parameters of its path, checked.
 *
 * @throws ActionError naming everything that does not fit.
 */
export function parseBody<Body extends z.ZodType>(
  body: Body,
  { parameters, text }: { parameters: Readonly<Record<string, string>>; text: string },
): z.output<Body> {
  const parsed = body.safeParse({ ...readObject(text), ...parameters })
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw invalid(problems.join('; '))
}

function readObject(text: string): object {
  let value: unknown
  try {
    value = text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    throw invalid('The body is not valid JSON.')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw invalid('The body must be a JSON object.')
}
