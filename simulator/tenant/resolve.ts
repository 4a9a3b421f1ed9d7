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

/**
 * The whole configuration of a tenant, and how many people it has unless told otherwise.
 *
 * @throws TenantConfigError naming each contradiction and its place.
 */
export async function resolveTenant(
  preset: PresetName,
  overrides: TenantOverrides,
  coordinates: Coordinates,
): Promise<{ config: TenantConfig; people: number }> {
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
  const problems = checkConfig(config)
  if (problems.length === 0) return { config, people }
  throw new TenantConfigError(problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
}
