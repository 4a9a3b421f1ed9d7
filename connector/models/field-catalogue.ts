import { applicantworkflowFields } from '../icims/applicantworkflow.ts'
import { jobFields } from '../icims/job.ts'
import { personFields } from '../icims/person.ts'
import type { ModelName } from './record.ts'
import type { FieldSource, MappingSettings } from './settings.ts'

/** A part of the settings that maps fields of one model: its name there, the model, and the profile its fields stand in. */
export const mappedModels = [
  { part: 'job', model: 'ats_jobs', profile: 'job', fields: jobFields },
  { part: 'candidate', model: 'ats_candidates', profile: 'person', fields: personFields },
  { part: 'application', model: 'ats_applications', profile: 'applicantworkflow', fields: applicantworkflowFields },
] as const satisfies readonly { part: string; model: ModelName; profile: string; fields: readonly string[] }[]

export type MappedModel = (typeof mappedModels)[number]

/** A field of iCIMS that a model's rows may carry, or that one of the client's own fields may be filled from. */
export type CatalogueField = {
  of: MappedModel
  key: string
  type: 'DEFAULT' | 'CUSTOM'
  /** Whether rows carry it as an integration field. */
  isPassed: boolean
}

/** One of the client's own fields, and the field that fills it, if one does. */
export type OwnField = { of: MappedModel; key: string; source: FieldSource | null }

/** Every field there is to choose from: what is read anyway, and what the integration names. iCIMS lists none itself. */
export function listFields(settings: MappingSettings): CatalogueField[] {
  return mappedModels.flatMap((of) => {
    const passed = settings.integrationFields[of.part]
    const named = Object.values(settings.customFields[of.part]).flatMap((source) => source?.field ?? [])
    const keys = new Set<string>([...of.fields, ...passed, ...named])
    return [...keys].map((key) => ({ of, key, type: fieldType(key), isPassed: passed.includes(key) }))
  })
}

/** Every field of the client's own. */
export function listOwnFields({ customFields }: MappingSettings): OwnField[] {
  return mappedModels.flatMap((of) =>
    Object.entries(customFields[of.part]).map(([key, source]) => ({ of, key, source })),
  )
}

/** A customer's own fields are called `field` and a number (D7). */
export function fieldType(key: string): 'DEFAULT' | 'CUSTOM' {
  return /^field\d+$/.test(key) ? 'CUSTOM' : 'DEFAULT'
}

/** Settings that pass a field through, or do not. */
export function withPassed(settings: MappingSettings, { of, key }: CatalogueField, isPassed: boolean): MappingSettings {
  const others = settings.integrationFields[of.part].filter((name) => name !== key)
  const integrationFields = { ...settings.integrationFields, [of.part]: isPassed ? [...others, key] : others }
  return { ...settings, integrationFields }
}

/** Settings that fill one of the client's own fields from another field, or from none. */
export function withSource(
  settings: MappingSettings,
  { of, key, source }: OwnField,
  field: string | null,
): MappingSettings {
  // The same field again keeps the part of it that was named.
  const chosen = field === null ? null : source?.field === field ? source : { profile: of.profile, field }
  const own = { ...settings.customFields[of.part], [key]: chosen }
  return { ...settings, customFields: { ...settings.customFields, [of.part]: own } }
}
