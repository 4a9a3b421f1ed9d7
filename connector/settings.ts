import { z } from 'zod'
import { fixedFields, modelFields } from './models/fields.ts'
import { type MappingSettings, settingsSchema } from './models/settings.ts'
import { modelNames } from './store/tables.ts'

/** Settings that cannot be: the message names each one and says why. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** The actions of the unified API that iCIMS allows, by the names its scopes know them by. */
export const actionNames = [
  'ats_create_candidate',
  'ats_create_application',
  'ats_add_application_attachment',
  'ats_add_candidate_attachment',
  'ats_get_candidate_attachments',
  'ats_move_application_to_stage',
  'ats_add_application_result_link',
  'assessment_update_order_result',
] as const
export type ActionName = (typeof actionNames)[number]

const calls = z.int().min(0).nullable().default(null)
const day = z.iso.date().or(z.iso.datetime({ offset: true }))
const candidateCutoff = z.union(
  [z.strictObject({ since: day }), z.strictObject({ days: z.int().min(1).max(36_500) })],
  {
    error: 'It must be { since: <date> } or { days: <number> }',
  },
)

const syncShape = z
  .strictObject({
    /** Calls of the day kept for actions, and for deltas while a full run goes on. Null: a share of the day's limit. */
    reserve: z.strictObject({ actions: calls, deltas: calls }).prefault({}),
    /** Calls under way at most; how many there are depends on how iCIMS answers. */
    concurrency: z.int().min(1).max(64).default(16),
    /** Keep only the applications that were made through the actions, or adopted, and their candidates. */
    createdOnly: z.boolean().default(false),
    /** Keep only candidates and applications updated since a date, or within so many days. */
    candidateCutoff: candidateCutoff.nullable().default(null),
  })
  .refine(({ createdOnly, candidateCutoff }) => !createdOnly || candidateCutoff === null, {
    path: ['candidateCutoff'],
    error:
      'It cannot be set together with createdOnly, which keeps the tracked applications whatever their age. Set one of the two',
  })

/** How one integration is synced. */
export type SyncSettings = z.output<typeof syncShape>
export type SyncSettingsInput = z.input<typeof syncShape>

const scope = z.enum(['ENABLED', 'DISABLED'])
const fieldScopes = z.strictObject(
  Object.fromEntries(
    modelNames.map((model) => {
      const shape = Object.fromEntries(modelFields[model].map((field) => [field, scope.optional()]))
      return [model, z.strictObject(shape, { error: (issue) => refuseField(model, issue) }).optional()]
    }),
  ),
)

const scopesShape = z.strictObject({
  models: z.partialRecord(z.enum(modelNames), scope).default({}),
  fields: fieldScopes.default({}),
  actions: z.partialRecord(z.enum(actionNames), scope).default({}),
})

/** What of one integration is stored and may be done. What is not named is enabled. */
export type ScopeSettings = {
  models: Readonly<Record<string, 'ENABLED' | 'DISABLED'>>
  fields: Readonly<Record<string, Readonly<Record<string, 'ENABLED' | 'DISABLED'>>>>
  actions: Readonly<Record<string, 'ENABLED' | 'DISABLED'>>
}
export type ScopeSettingsInput = Partial<ScopeSettings>

/** @throws SettingsError */
export function parseMappingSettings(input: unknown): MappingSettings {
  return parse(settingsSchema, input, 'settings')
}

/** @throws SettingsError */
export function parseSyncSettings(input: unknown): SyncSettings {
  return parse(syncShape, input, 'sync')
}

/** @throws SettingsError */
export function parseScopeSettings(input: unknown): ScopeSettings {
  return parse(scopesShape, input, 'scopes') as ScopeSettings
}

export const defaultSync: SyncSettings = parseSyncSettings({})
export const defaultScopes: ScopeSettings = parseScopeSettings({})

function parse<T extends z.ZodType>(shape: T, input: unknown, name: string): z.output<T> {
  const parsed = shape.safeParse(input)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${[name, ...path].join('.')}: ${message}.`)
  throw new SettingsError(problems.join(' '))
}

function refuseField(model: string, issue: { code?: string; keys?: unknown }): string | undefined {
  if (issue.code !== 'unrecognized_keys' || !Array.isArray(issue.keys)) return undefined
  const names = issue.keys.map(String)
  const fixed = names.filter((name) => fixedFields.includes(name))
  if (fixed.length > 0) return `${fixed.join(', ')} cannot be disabled`
  return `${names.join(', ')}: ${model} has no such field`
}
