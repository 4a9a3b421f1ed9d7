import type { Field } from './field.ts'

/** Standard fields of a talent pool, the base profile of sourcing: names from its search filters (D27). */
export const talentpoolFields: readonly Field[] = [
  { name: 'title', kind: 'text', max: 192, required: true, byDefault: true },
  { name: 'folder', kind: 'node', list: 'lists.talentpool.folders', byDefault: true },
  { name: 'owner', kind: 'profile', target: 'person', byDefault: true },
  { name: 'externalid', kind: 'text', max: 64 },
  { name: 'overview', kind: 'html' },
  { name: 'createddate', kind: 'datetime', readonly: true },
  { name: 'updateddate', kind: 'datetime', readonly: true },
]
