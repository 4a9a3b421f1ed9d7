import index from './index.json' with { type: 'json' }

/** How sure we are of a belief: printed by iCIMS, seen in real client code or captures, or inferred by us. */
export type Evidence = { level: 'doc' | 'client' | 'infer'; source: string; note?: string }

/** A choice between two plausible readings that a client could tell apart. */
export type Switch = {
  name: string
  default: string | number | boolean
  options: readonly (string | number | boolean)[]
  why: string
}

/** One operation of the document, as the routing table needs it. */
export type Operation = {
  operationId: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path template, `/customers/{customerId}/people/{id}`. */
  path: string
  summary: string
  /** The media types of its requests; none where they have no body. */
  accepts?: readonly string[]
  evidence: Evidence
  /** Name of the `x-switch` that decides part of its answer. */
  switch?: string
}

/** What is believed about one error code: `openapi/errors.yaml`. */
export type ErrorBelief = Evidence & { code: number; meaning: string; status: number | string }

/** Every operation of `icims.yaml`, in its order. Prepared ahead by `npm run openapi`: nothing is parsed at start. */
export const operations = index.operations as readonly Operation[]

/** Every `x-switch` of the document. */
export const switches = index.switches as readonly Switch[]

/** Every error code. */
export const errorBeliefs = index.errors as readonly ErrorBelief[]

/** The whole document, bundled into one object. */
export async function loadDocument(): Promise<Record<string, unknown>> {
  const { default: document } = await import('./whole-document.ts')
  return document
}
