import type { TenantConfig } from '../config.ts'
import type { Coordinates } from '../coordinates.ts'
import { defaultTenant } from './default.ts'

/** A customer in the EU database: another API host (D1), other forms of address and phone, pay in euros. */
export function euTenant(coordinates: Coordinates): TenantConfig {
  return {
    ...defaultTenant(coordinates),
    name: 'Lindenhof Health Europe',
    region: 'eu',
    platform: 'lindenhof',
    portals: [
      { id: 1, name: 'careers-lindenhof' },
      { id: 2, name: 'internal-lindenhof' },
    ],
  }
}
