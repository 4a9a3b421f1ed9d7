import catalogue from '../states.json' with { type: 'json' }
import { print, table } from './print.ts'

/** `icims-contracts states`: what a pact may start from. */
export function states(flags: { json?: true }): void {
  print(flags.json, catalogue, () => table(['state', 'parameters', 'what it is'], catalogue.map(toRow)))
}

function toRow({ name, parameters, defaults, about }: (typeof catalogue)[number]): string[] {
  const given = defaults as Record<string, unknown>
  const listed = Object.entries(parameters).map(([key, type]) => `${key}: ${type} = ${JSON.stringify(given[key])}`)
  return [name, listed.join(', ') || '-', about]
}
