import catalogue from '../states.json' with { type: 'json' }
import { print, table } from './print.ts'

/** `icims-contracts states`: what a pact may start from. */
export function states(flags: { json?: true }): void {
  print(flags.json, catalogue, () => table(['state', 'parameters', 'what it is'], catalogue.map(toRow)))
}

function toRow({ name, parameters, about }: (typeof catalogue)[number]): string[] {
  const listed = Object.entries(parameters).map(([parameter, type]) => `${parameter}: ${type}`)
  return [name, listed.join(', ') || '-', about]
}
