import { checkConfig } from './check-config.ts'
import type { TenantConfig } from './config.ts'
import type { Coordinates } from './coordinates.ts'
import { loadPreset, type PresetName } from './presets/presets.ts'
import { statusNodes } from './presets/statuses.ts'

/** What a tenant has otherwise than its preset. A part given takes the place of the preset's; of `lists`, each list does. */
export type TenantOverrides = Partial<Omit<TenantConfig, 'customerId' | 'users'>>

/** A configuration that contradicts itself. */
export class TenantConfigError extends Error {
  override readonly name = 'TenantConfigError'
}

/** A tenant in full, and how many people it has unless told otherwise. */
export type ResolvedTenant = { config: TenantConfig; people: number }

/**
 * The whole configuration of a tenant.
 *
 * @throws TenantConfigError naming each contradiction and its place.
 */
export async function resolveTenant(
  preset: PresetName,
  overrides: TenantOverrides,
  coordinates: Coordinates,
): Promise<ResolvedTenant> {
  const resolved = await mergeTenant(preset, overrides, coordinates)
  const problems = checkConfig(resolved.config)
  if (problems.length === 0) return resolved
  throw new TenantConfigError(problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
}

/** The same, whether or not it contradicts itself. */
export async function mergeTenant(
  preset: PresetName,
  overrides: TenantOverrides,
  coordinates: Coordinates,
): Promise<ResolvedTenant> {
  const { tenant, people } = await loadPreset(preset)
  const base = tenant(coordinates)
  const statuses = overrides.statuses ?? base.statuses
  const config: TenantConfig = {
    ...base,
    ...overrides,
    // The list follows from the statuses: its labels are `Bin - Status` (C1).
    lists: { ...base.lists, ...overrides.lists, 'lists.status': statusNodes(statuses) },
    switches: { ...base.switches, ...overrides.switches },
  }
  return { config, people }
}
