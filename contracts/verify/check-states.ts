import { distance } from 'fastest-levenshtein'
import type { Pact } from './pact.ts'

/** A state of the catalogue. */
export type KnownState = {
  name: string
  about: string
  parameters: Readonly<Record<string, string>>
  /** What a parameter is that a pact leaves out. */
  defaults: Readonly<Record<string, unknown>>
}

/** What is wrong with the states of a pact, one line each: unknown ones, with the nearest, and parameters that do not fit. */
export function checkStates({ origin, interactions }: Pact, catalogue: readonly KnownState[]): string[] {
  const problems = new Set<string>()
  for (const { description, states } of interactions) {
    for (const { name, params } of states) {
      const known = catalogue.find((state) => state.name === name)
      const problem = known === undefined ? unknownState(name, catalogue) : wrongParameters(known, params)
      if (problem !== undefined) problems.add(`${origin}: "${description}" starts from ${problem}`)
    }
  }
  return [...problems]
}

function unknownState(name: string, catalogue: readonly KnownState[]): string {
  const near = catalogue
    .map((state) => ({ name: state.name, away: distance(name.toLowerCase(), state.name.toLowerCase()) }))
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
  const nearest = near.slice(0, 3).map((state) => `"${state.name}"`)
  return `"${name}", a state that is not known. The nearest are ${nearest.join(', ')}.`
}

function wrongParameters({ name, parameters }: KnownState, params: Record<string, unknown>): string | undefined {
  const names = Object.keys(parameters)
  for (const [key, value] of Object.entries(params)) {
    const type = parameters[key]
    const takes = names.length === 0 ? 'no parameter' : names.join(', ')
    if (type === undefined) return `"${name}", which takes ${takes}, not ${key}.`
    if (typeof value !== type) return `"${name}", whose ${key} is a ${type}, not ${JSON.stringify(value)}.`
  }
  return undefined
}
