import type { Field } from './field.ts'

/** Standard fields of a sourcing workflow, the tie between one talent pool and one person: D20. */
export const sourceworkflowFields: readonly Field[] = [
  { name: 'baseprofile', kind: 'profile', target: 'talentpool', required: true, byDefault: true },
  { name: 'associatedprofile', kind: 'profile', target: 'person', required: true, byDefault: true },
  { name: 'status', kind: 'node', list: 'lists.sourcing_status', byDefault: true },
  { name: 'source', kind: 'node', list: 'lists.sources', byDefault: true },
  { name: 'sourcename', kind: 'text', max: 128, byDefault: true },
  { name: 'sourceorigin', kind: 'node', list: 'lists.source_origin' },
  { name: 'sourceperson', kind: 'profile', target: 'person' },
  { name: 'vendorname', kind: 'text', max: 128 },
  { name: 'createddate', kind: 'datetime', readonly: true },
  { name: 'updateddate', kind: 'datetime', readonly: true },
]
