import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the checks need to know of a pact file. */
export type PactFile = {
  path: string
  consumer: string
  provider: string
  interactions: readonly { description: string; states: readonly string[] }[]
}

/** Reads a pact file of version 4, as our consumer tests write it. */
export function readPactFile(path: string): PactFile {
  const pact = JSON.parse(readFileSync(path, 'utf8'))
  return {
    path,
    consumer: pact.consumer.name,
    provider: pact.provider.name,
    interactions: pact.interactions.map(
      (interaction: { description: string; providerStates?: { name: string }[] }) => ({
        description: interaction.description,
        states: (interaction.providerStates ?? []).map(({ name }) => name),
      }),
    ),
  }
}

/** Every pact file of a folder, by name. */
export function readPactFiles(folder: string): PactFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => readPactFile(join(folder, name)))
}
