import type { TenantConfig } from '../config.ts'
import type { Coordinates } from '../coordinates.ts'
import { forms } from './forms.ts'
import { lists } from './lists.ts'
import { loginGroups } from './login-groups.ts'
import { bins, statuses, statusNodes } from './statuses.ts'

/** A mid-size health group in the US: the tenant everybody gets. */
export function defaultTenant({ customerId, users }: Coordinates): TenantConfig {
  return {
    customerId,
    users,
    name: 'Cedarline Health Group',
    platform: 'cedarline',
    region: 'us',
    lists: { ...lists, 'lists.status': statusNodes(statuses) },
    customFields: {},
    required: {},
    loginGroups,
    bins,
    statuses,
    portals: [
      { id: 1, name: 'careers-cedarline' },
      { id: 2, name: 'internal-cedarline' },
    ],
    forms,
    switches: {},
  }
}
