import { networkReason } from '../network-reason.ts'
import type { LoadOptions } from './load-pacts.ts'
import { type Pact, readPact } from './pact.ts'
import { PactFileError } from './pact-file-error.ts'

type Link = { href: string; title?: string; name?: string }
/** A resource of a broker: what it leads to, by name. */
export type Hal = { _links?: Record<string, Link | Link[]> }

/**
 * Reads a pact from its address, or from the address of a broker the latest pact of every consumer of a provider
 * (https://docs.pact.io/pact_broker/api). It signs in with PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and _PASSWORD.
 *
 * @throws PactFileError for an address that gives no pact.
 */
export async function fetchPacts(address: string, options: LoadOptions): Promise<Pact[]> {
  const text = await get(address, options)
  const found = parse(text, address)
  if (!('_links' in found) || 'interactions' in found || 'messages' in found) return [readPact(text, address)]
  // A broker says at its root where things are; a page of pacts says them itself.
  const index = linkOf(found, 'pb:latest-provider-pacts')?.replace('{provider}', encodeURIComponent(options.provider))
  const list = index === undefined ? found : (parse(await get(index, options), index) as Hal)
  const links = [list._links?.['pb:pacts'] ?? list._links?.pacts ?? []].flat()
  if (links.length === 0) throw new PactFileError(`${address} has no pact with "${options.provider}".`)
  return Promise.all(links.map(async ({ href }) => readPact(await get(href, options), href)))
}

/** Where a resource leads by a name; the first place, where there are several. */
export function linkOf({ _links }: Hal, name: string): string | undefined {
  return [_links?.[name] ?? []].flat()[0]?.href
}

async function get(address: string, { fetch = globalThis.fetch, env = process.env }: LoadOptions): Promise<string> {
  const answer = await fetch(address, { headers: brokerHeaders(env) }).catch((error: Error) => error)
  if (answer instanceof Error) throw new PactFileError(`${address} does not answer: ${networkReason(answer)}.`)
  if (answer.ok) return answer.text()
  const hint = answer.status === 401 ? ' Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.' : ''
  throw new PactFileError(`${address} answered ${answer.status}.${hint}`)
}

/** What every call of a broker carries: the credentials out of the environment, and the form the answer is to have. */
export function brokerHeaders(env: NodeJS.ProcessEnv): Record<string, string> {
  const { PACT_BROKER_TOKEN, PACT_BROKER_USERNAME, PACT_BROKER_PASSWORD } = env
  const accept = 'application/hal+json, application/json'
  if (PACT_BROKER_TOKEN) return { accept, authorization: `Bearer ${PACT_BROKER_TOKEN}` }
  if (!PACT_BROKER_USERNAME) return { accept }
  const basic = Buffer.from(`${PACT_BROKER_USERNAME}:${PACT_BROKER_PASSWORD ?? ''}`).toString('base64')
  return { accept, authorization: `Basic ${basic}` }
}

function parse(text: string, address: string): Hal {
  try {
    return JSON.parse(text) as Hal
  } catch {
    throw new PactFileError(`${address} answered what is not JSON: it is neither a pact nor a broker.`)
  }
}
