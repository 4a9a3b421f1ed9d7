import { isObject, type Json } from '../icims/decode.ts'
import { fieldType } from './field-catalogue.ts'
import type { JsonObject, JsonValue } from './record.ts'
import type { FieldSource, MappingSettings } from './settings.ts'

/** The fields to ask for beside the mapped ones, by the type of profile they stand in. */
export type ExtraFields = Readonly<Record<'person' | 'job' | 'applicantworkflow', readonly string[]>>

export function extraFields(settings: MappingSettings): ExtraFields {
  const { customFields, integrationFields, company, title, socialMedia } = settings
  const names = (sources: readonly (FieldSource | null)[], passed: readonly string[]): string[] => [
    ...new Set([...sources.flatMap((source) => source?.field ?? []), ...passed]),
  ]
  return {
    person: names(
      [...Object.values(customFields.candidate), company, title, ...socialMedia],
      integrationFields.candidate,
    ),
    job: names(Object.values(customFields.job), integrationFields.job),
    applicantworkflow: names(Object.values(customFields.application), integrationFields.application),
  }
}

/** The value a source names, as it came; null where there is none. */
export function valueAt(raw: Json, { field, child, part }: FieldSource): JsonValue {
  let value = raw[field]
  if (child !== undefined) {
    const entries = (Array.isArray(value) ? value : [value]).filter(isObject)
    value = (entries.find(({ primary }) => primary === true) ?? entries[0])?.[child]
  }
  if (part !== undefined) value = isObject(value) ? value[part] : undefined
  return (value ?? null) as JsonValue
}

/** What a source names, as a text: a text itself, a number, or how a list item or a profile reads. */
export function textAt(raw: Json, source: FieldSource): string | null {
  const value = valueAt(raw, source)
  const shown = isObject(value) ? value.value : value
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown) || null : null
}

/** The client's own fields of a model. */
export function toCustomFields(raw: Json, sources: Readonly<Record<string, FieldSource | null>>): JsonObject {
  const value = (source: FieldSource | null): JsonValue => (source === null ? null : valueAt(raw, source))
  return Object.fromEntries(Object.entries(sources).map(([key, source]) => [key, value(source)]))
}

/** Fields passed through as they are. iCIMS shows no labels. */
export function toIntegrationFields(raw: Json, names: readonly string[]): JsonValue {
  return names.map((key) => ({
    key,
    type: fieldType(key),
    value: valueAt(raw, { profile: '', field: key }),
    label: null,
  }))
}

/** What iCIMS answered, each with the path it came from. */
export function toRemoteData(
  answers: readonly (readonly [path: string, answer: Json | undefined])[],
  { remoteData }: MappingSettings,
): JsonValue {
  if (!remoteData) return null
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)) as JsonObject
}
