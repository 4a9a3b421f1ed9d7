import type { TenantConfig } from '../config.ts'
import type { Coordinates } from '../coordinates.ts'

/** The tenants that come ready made. */
export const presetNames = ['default', 'enterprise', 'eu', 'locked-down', 'empty'] as const
export type PresetName = (typeof presetNames)[number]

/** A ready-made tenant, loaded when it is asked for. `people` is how many it has unless told otherwise. */
export type Preset = { people: number; tenant(coordinates: Coordinates): TenantConfig }

export async function loadPreset(name: PresetName): Promise<Preset> {
  switch (name) {
    case 'default':
      return { people: 300, tenant: (await import('./default.ts')).defaultTenant }
    case 'enterprise':
      return { people: 1_200, tenant: (await import('./enterprise.ts')).enterpriseTenant }
    case 'eu':
      return { people: 300, tenant: (await import('./eu.ts')).euTenant }
    case 'locked-down':
      return { people: 300, tenant: (await import('./locked-down.ts')).lockedDownTenant }
    case 'empty':
      return { people: 0, tenant: (await import('./default.ts')).defaultTenant }
  }
}
