import { appendFileSync } from 'node:fs'
import { createSimulator, type Simulator, type SimulatorOptions } from '../simulator/index.ts'

export const icimsOrigin = 'https://api.icims.com'

/** The API host of a tenant's region. */
export function originOf({ tenant }: Simulator): string {
  return tenant.config.region === 'eu' ? 'https://api-eu.icims.com' : icimsOrigin
}

/**
 * A simulated tenant whose answers, and those of its forks, are all checked against the document. What was called is noted for
 * the coverage check when it closes, and an answer that does not fit the document, or a defect, fails the test there.
 */
export async function createTenant(options: SimulatorOptions = {}): Promise<Simulator> {
  const defects: unknown[] = []
  const unfit: string[] = []
  const simulator = await createSimulator({
    strict: true,
    journalSize: 1_000_000,
    onInternalError: (error) => defects.push(error),
    onUnfit: (message) => unfit.push(message),
    ...options,
  })
  const dispose = async (): Promise<void> => {
    const entries = simulator.tenant.journal.entries()
    noteCoverage(entries.map(({ operation, caller, status }) => `${operation} ${caller} ${status}`))
    await simulator.close()
    if (defects.length > 0) throw defects[0]
    if (unfit.length > 0) throw new Error(unfit.join('\n'))
  }
  return { ...simulator, close: dispose, [Symbol.asyncDispose]: dispose }
}

/** One call of the simulated API as its ordinary API user. */
export function callIcims(simulator: Simulator, method: string, path: string, body?: unknown): Promise<Response> {
  const { customerId, users } = simulator.coordinates
  const { username, password } = users[0]!
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const json = body === undefined ? {} : { body: JSON.stringify(body) }
  return simulator.fetch(
    new Request(`${originOf(simulator)}/customers/${customerId}${path}`, {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...json,
    }),
  )
}

/** What answers requests, as a `fetch` that reaches nothing else. */
export function asFetch(answer: (request: Request) => Promise<Response>): typeof fetch {
  return async (input, init) => answer(new Request(input, init))
}

/** The body of an answer. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
export async function bodyOf(answer: Promise<Response>): Promise<any> {
  return (await answer).json()
}

/** The ids a search answers, live. */
export async function searchIds(simulator: Simulator, type: string, search: object): Promise<number[]> {
  const { searchResults } = await bodyOf(callIcims(simulator, 'POST', `/search/${type}?staleness=0`, search))
  return searchResults.map(({ id }: { id: number }) => id)
}

function noteCoverage(lines: string[]): void {
  const file = process.env.ICIMS_COVERAGE_FILE
  if (file !== undefined) appendFileSync(file, `${[...new Set(lines)].join('\n')}\n`)
}
