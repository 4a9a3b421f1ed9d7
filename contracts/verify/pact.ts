import { PactFileError } from './pact-file-error.ts'

/** A state that an interaction starts from. */
export type GivenState = { name: string; params: Record<string, unknown> }

/** One interaction, whatever the version of its pact. */
export type Interaction = {
  description: string
  states: GivenState[]
  /** As it stands in the file; undefined of a message. */
  http?: {
    request: HttpPart & { method: string; path: string; query?: unknown }
    response: HttpPart & { status: number }
  }
}

/** What requests and responses share. Version 4 puts the body into `content`, the others have it as it is. */
type HttpPart = { headers?: Record<string, string | string[]>; body?: unknown; generators?: unknown }

/** A consumer's pact: who expects what of whom. */
export type Pact = {
  /** Where it came from, for people. */
  origin: string
  consumer: string
  provider: string
  /** Of the Pact specification: 2, 3 or 4. */
  version: number
  interactions: Interaction[]
  /** The document it was read from: `interactions` are in the same order. */
  document: { interactions: Record<string, unknown>[] } & Record<string, unknown>
}

/**
 * Reads a pact of version 2 to 4.
 *
 * @throws PactFileError for everything else.
 */
export function readPact(text: string, origin: string): Pact {
  const document = parse(text, origin)
  const consumer = nameOf(document.consumer)
  const provider = nameOf(document.provider)
  if (consumer === undefined || provider === undefined) {
    throw new PactFileError(`${origin} is no pact: it names no consumer or no provider.`)
  }
  const version = versionOf(document, origin)
  // Version 3 keeps messages apart, and a file holds one kind.
  const entries = document.interactions ?? document.messages
  if (!Array.isArray(entries) || entries.length === 0) throw new PactFileError(`${origin} holds no interaction.`)
  const interactions = entries.map((entry) => toInteraction(entry, origin))
  return { origin, consumer, provider, version, interactions, document: { ...document, interactions: entries } }
}

function parse(text: string, origin: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new PactFileError(`${origin} is not JSON.`)
  }
  if (isObject(value)) return value
  throw new PactFileError(`${origin} is no pact: it is no JSON object.`)
}

function nameOf(participant: unknown): string | undefined {
  const name = (participant as { name?: unknown } | null | undefined)?.name
  return typeof name === 'string' && name !== '' ? name : undefined
}

function versionOf({ metadata }: Record<string, unknown>, origin: string): number {
  type Metadata = Record<string, { version?: unknown } | undefined> & { pactSpecificationVersion?: unknown }
  const { pactSpecification, pactSpecificationVersion, ...more } = (metadata ?? {}) as Metadata
  const text = pactSpecification?.version ?? more['pact-specification']?.version ?? pactSpecificationVersion
  const version = Number.parseInt(String(text), 10)
  if (version >= 2 && version <= 4) return version
  const found = text === undefined ? 'names no version of Pact in its metadata' : `is of Pact version ${text}`
  throw new PactFileError(`${origin} ${found}. Versions 2, 3 and 4 are read.`)
}

function toInteraction(entry: unknown, origin: string): Interaction {
  if (!isObject(entry)) throw new PactFileError(`${origin} has an interaction that is no JSON object.`)
  const { description, request, response } = entry
  if (typeof description !== 'string') throw new PactFileError(`${origin} has an interaction without a description.`)
  const states = statesOf(entry)
  if (states === undefined) throw new PactFileError(`${origin}: the states of "${description}" have no names.`)
  if (request === undefined || response === undefined) return { description, states }
  if (!isObject(request) || typeof request.path !== 'string' || typeof request.method !== 'string') {
    throw new PactFileError(`${origin}: the request of "${description}" has no method or no path.`)
  }
  // Where a pact says no status it means 200.
  if (!isObject(response) || typeof (response.status ?? 200) !== 'number') {
    throw new PactFileError(`${origin}: the response of "${description}" has no status.`)
  }
  const http = { request, response: { status: 200, ...response } }
  return { description, states, http: http as unknown as NonNullable<Interaction['http']> }
}

/** What an interaction starts from: a list of states, or in version 2 the name of one. Undefined where it is neither. */
function statesOf({ providerState, providerStates }: Record<string, unknown>): Interaction['states'] | undefined {
  const given = providerStates ?? (providerState == null ? [] : [{ name: providerState }])
  if (!Array.isArray(given) || !given.every((state) => isObject(state) && typeof state.name === 'string')) {
    return undefined
  }
  return given.map(({ name, params }) => ({ name, params: isObject(params) ? params : {} }))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
