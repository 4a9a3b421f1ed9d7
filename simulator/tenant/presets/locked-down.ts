import { integrationGroup } from '../access.ts'
import type { LoginGroup, TenantConfig } from '../config.ts'
import type { Coordinates } from '../coordinates.ts'
import { defaultTenant } from './default.ts'

/** The API user's group as a cautious administrator leaves it: no contact details, no pay, no talent pools. */
const cautious: Partial<LoginGroup> = {
  hiddenProfiles: ['talentpool', 'sourceworkflow'],
  hiddenFields: {
    person: [
      'email',
      'phones',
      'addresses.addressstreet1',
      'addresses.addressstreet2',
      'birthdate',
      'salary',
      'gender',
    ],
    job: ['minimumsalary', 'maximumsalary', 'costcenter'],
    applicantworkflow: ['source', 'sourcename', 'offeramount'],
  },
  readonlyFields: { job: ['folder', 'jobtitle'], applicantworkflow: ['status'] },
}

/** The default tenant, of which its API users see only part: what a wrong set-up looks like from outside. */
export function lockedDownTenant(coordinates: Coordinates): TenantConfig {
  const tenant = defaultTenant(coordinates)
  return {
    ...tenant,
    name: 'Cedarline Health Group (locked down)',
    required: { person: ['addresses'] },
    loginGroups: tenant.loginGroups.map((group) =>
      group.name === integrationGroup ? { ...group, ...cautious } : group,
    ),
  }
}
