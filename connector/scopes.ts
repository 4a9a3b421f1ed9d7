import type { JsonValue, ModelName, UnifiedRecord } from './models/record.ts'
import type { ActionName, ScopeSettings } from './settings.ts'
import { withoutValue } from './store/rewrite.ts'

/** Whether rows of a model are stored and served. */
export function isModelEnabled({ models }: ScopeSettings, model: ModelName): boolean {
  return models[model] !== 'DISABLED'
}

/** Whether an action may be done. */
export function isActionEnabled({ actions }: ScopeSettings, action: ActionName): boolean {
  return actions[action] !== 'DISABLED'
}

/** The fields of a model that are never stored. */
export function disabledFields({ fields }: ScopeSettings, model: ModelName): string[] {
  return Object.entries(fields[model] ?? {}).flatMap(([field, scope]) => (scope === 'DISABLED' ? [field] : []))
}

/** A record without what its integration has disabled. */
export function withinScope(scopes: ScopeSettings, model: ModelName, record: UnifiedRecord): UnifiedRecord {
  const disabled = disabledFields(scopes, model)
  if (disabled.length === 0) return record
  const fields: Record<string, JsonValue> = { ...record.fields }
  const links: Record<string, string | null> = { ...record.links }
  for (const field of disabled) {
    if (field in links) links[field] = null
    if (field in fields) fields[field] = withoutValue(field)
  }
  return { ...record, fields, links }
}
