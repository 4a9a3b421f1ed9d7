import type { PactFile } from './pact-file.ts'

/** A file grows with the square of its interactions, since each test writes it anew: larger ones are to be split. */
const mostInteractions = 150

/**
 * What Pact lets pass in silence. Each of these fails the run; an empty list means that all is well.
 *
 * @param handled names of the provider states there are handlers for.
 * @param written how many of its consumer tests passed; each writes one interaction.
 */
export function checkPactFile(file: PactFile, handled: readonly string[], written: number): string[] {
  const { path, interactions } = file
  const problems: string[] = []
  const used = new Set(interactions.flatMap(({ states }) => states))
  for (const state of used) {
    if (!handled.includes(state))
      problems.push(`No handler for the provider state "${state}". Add it to contracts/provider/.`)
  }
  for (const state of handled) {
    if (!used.has(state)) problems.push(`No interaction uses the provider state "${state}". Remove it, or use it.`)
  }
  if (interactions.length === 0) problems.push(`${path} holds no interaction.`)
  if (interactions.length !== written) {
    problems.push(
      `${written} consumer tests passed, but ${path} holds ${interactions.length} interactions. Two tests share a description (the later one replaced the earlier), or one is left over from a rename.`,
    )
  }
  const seen = new Set<string>()
  for (const { description, states } of interactions) {
    if (seen.has(description))
      problems.push(`The description "${description}" is used twice. Give each interaction its own.`)
    if (states.length === 0) problems.push(`"${description}" starts from no provider state. Name one.`)
    seen.add(description)
  }
  if (interactions.length > mostInteractions)
    problems.push(`${path} holds ${interactions.length} interactions. Split it below ${mostInteractions}.`)
  return problems
}

/** What a verification must have done to count. */
export function checkVerification(file: PactFile, verified: number, stateErrors: readonly unknown[]): string[] {
  const problems = stateErrors.map(
    (error) => `A state handler of ${file.consumer} failed: ${error instanceof Error ? error.message : error}`,
  )
  if (verified !== file.interactions.length) {
    problems.push(`${verified} of the ${file.interactions.length} interactions of ${file.path} were verified.`)
  }
  return problems
}
