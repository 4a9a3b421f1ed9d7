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
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
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
  const { description, providerState, providerStates, request, response } = entry as Record<string, unknown>
  if (typeof description !== 'string') throw new PactFileError(`${origin} has an interaction without a description.`)
  const given = providerStates ?? (typeof providerState === 'string' ? [{ name: providerState }] : [])
  const states = (given as { name: string; params?: Record<string, unknown> }[]).map(({ name, params = {} }) => ({
    name,
    params,
  }))
  if (request === undefined || response === undefined) return { description, states }
  const http = { request, response } as NonNullable<Interaction['http']>
  if (typeof http.request.path === 'string' && typeof http.request.method === 'string') {
    return { description, states, http }
  }
  throw new PactFileError(`${origin}: the request of "${description}" has no method or no path.`)
}
