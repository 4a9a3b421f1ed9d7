import type { ModelName, UnifiedRecord } from './record.ts'

/**
 * Where a field of the unified API comes from, and how sure that is: `doc` and `client` name a source (a key of
 * openapi/README.md), `infer` is our own reading. `none`: iCIMS has no such thing, and the field is always null or empty.
 */
export type Origin = { evidence: 'doc' | 'client' | 'infer'; from: string; note?: string } | { evidence: 'none' }

/** What a model is called, and where its fields come from. Its mapping yields exactly these. */
export type Model<Field extends string = string, Link extends string = string> = {
  name: ModelName
  label: string
  /** Whether its rows have an id in iCIMS. */
  hasRemoteId: boolean
  fields: Readonly<Record<Field, Origin>>
  links: Readonly<Record<Link, Origin>>
  /** Whether the links are fields like others, which an integration may switch off; else they tie a row to another. */
  areLinksFields?: true
}

/** The rows a model's mapping yields. */
export type RecordOf<M extends Model> = M extends Model<infer Field, infer Link> ? UnifiedRecord<Field, Link> : never

/** Declares a model; what it names is what its mapping must yield. */
export function describeModel<Field extends string, Link extends string>(
  model: Model<Field, Link>,
): Model<Field, Link> {
  return model
}

export const none: Origin = { evidence: 'none' }

export function doc(from: string, note?: string): Origin {
  return { evidence: 'doc', from, ...(note && { note }) }
}

export function client(from: string, note?: string): Origin {
  return { evidence: 'client', from, ...(note && { note }) }
}

export function infer(from: string, note?: string): Origin {
  return { evidence: 'infer', from, ...(note && { note }) }
}

/** The fields that an integration fills as it likes. */
export const ownFields = {
  custom_fields: doc('fields that the integration maps (D5)', 'Empty until the integration maps some.'),
  integration_fields: doc('fields that the integration passes through (D5)', 'Empty until the integration names some.'),
} as const

export const remoteData: Origin = doc('the whole answer (D5)', 'Null until the integration turns it on.')
