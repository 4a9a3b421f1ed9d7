/** How one interaction went. */
export type InteractionResult = {
  description: string
  states: string[]
  milliseconds: number
  /** What did not fit, one line each. */
  mismatches: string[]
}

/** What Pact's native verifier gives back as JSON. */
type NativeResult = { interactionResults?: NativeInteraction[] }
type NativeInteraction = {
  description: string
  providerStates: string[]
  duration: string
  result: string
  mismatch?: { type?: string; message?: string; mismatches?: NativeMismatch[] }
}
type NativeMismatch = { mismatch: string; path?: string; key?: string }

/** Reads what the verifier resolved to, or the error it threw: of a run with mismatches that is the same JSON. */
export function readResults(outcome: unknown): { results: InteractionResult[]; problems: string[] } {
  const text = outcome instanceof Error ? outcome.message : String(outcome)
  const read = parse(text)
  if (read === undefined) return { results: [], problems: [`Pact did not run: ${oneLine(text)}`] }
  const results = (read.interactionResults ?? []).map(toResult)
  const isRed = results.some(({ mismatches }) => mismatches.length > 0)
  // Pact said no, and named nothing: that is no green either.
  const problems = outcome instanceof Error && !isRed ? [`Pact refused the run: ${oneLine(text)}`] : []
  return { results, problems }
}

function toResult({ description, providerStates, duration, result, mismatch }: NativeInteraction): InteractionResult {
  const mismatches = (mismatch?.mismatches ?? []).map(describeMismatch)
  if (result !== 'OK' && mismatches.length === 0) mismatches.push(mismatch?.message ?? `the result is ${result}`)
  return { description, states: providerStates, milliseconds: toMilliseconds(duration), mismatches }
}

function describeMismatch({ mismatch, path, key }: NativeMismatch): string {
  const where = path === undefined || path === '$' || path === '' ? '' : `${path}: `
  return `${where}${oneLine(mismatch)}${key !== undefined && !mismatch.includes(key) ? ` (${key})` : ''}`
}

/** `1m 28ms`, `2s 5ms`, `115ms`. */
function toMilliseconds(duration: string): number {
  const units = { m: 60_000, s: 1_000, ms: 1 }
  const parts = [...duration.matchAll(/(\d+)\s*(ms|m|s)\b/g)]
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units], 0)
}

function parse(text: string): NativeResult | undefined {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ')
}
