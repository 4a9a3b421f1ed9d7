import type { Field } from './field.ts'

/** Standard fields of an onboarding workflow, the tie between one new hire category and one person: OWDM, C2. */
export const onboardworkflowFields: readonly Field[] = [
  { name: 'baseprofile', kind: 'profile', target: 'newhirecategory', required: true, byDefault: true },
  { name: 'associatedprofile', kind: 'profile', target: 'person', required: true, byDefault: true },
  { name: 'status', kind: 'node', list: 'lists.onboarding_status', byDefault: true },
  { name: 'job', kind: 'profile', target: 'job' },
  { name: 'portal', kind: 'option', max: 64 },
  { name: 'createddate', kind: 'datetime', readonly: true },
  { name: 'updateddate', kind: 'datetime', readonly: true },
]
