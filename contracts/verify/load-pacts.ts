import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fetchPacts } from './broker.ts'
import { type Pact, readPact } from './pact.ts'
import { PactFileError } from './pact-file-error.ts'

/** Where pacts may come from, and whose contract they must be. */
export type LoadOptions = {
  /** Files, folders, addresses of pacts and of brokers. */
  sources: readonly string[]
  /** How the pacts call iCIMS. */
  provider: string
  fetch?: typeof globalThis.fetch
  env?: NodeJS.ProcessEnv
}

/**
 * Reads every pact of the sources.
 *
 * @throws PactFileError for what is no pact, or one with somebody else: a run that left it out would look green.
 */
export async function loadPacts(options: LoadOptions): Promise<Pact[]> {
  const { sources, provider } = options
  const pacts: Pact[] = []
  for (const source of sources) {
    const found = /^https?:\/\//.test(source) ? await fetchPacts(source, options) : readFiles(source)
    pacts.push(...found)
  }
  for (const pact of pacts) {
    if (pact.provider === provider) continue
    const hint = `If that is how you call iCIMS, say --provider "${pact.provider}".`
    throw new PactFileError(`${pact.origin} is a contract with "${pact.provider}", not with "${provider}". ${hint}`)
  }
  return pacts
}

function readFiles(path: string): Pact[] {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) throw new PactFileError(`There is no file or folder ${path}.`)
  if (!stats.isDirectory()) return [readPact(readText(path), path)]
  const names = readdirSync(path).filter((name) => name.endsWith('.json'))
  if (names.length === 0) throw new PactFileError(`There is no pact in ${path}: it holds no .json file.`)
  return names.sort().map((name) => readPact(readText(join(path, name)), join(path, name)))
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new PactFileError(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
  }
}
