import { addresses } from './collections.ts'
import type { Field } from './field.ts'

/** Standard fields of a company, which iCIMS also labels Location: C1, D17. */
export const companyFields: readonly Field[] = [
  { name: 'name', kind: 'text', max: 128, required: true, byDefault: true },
  { name: 'folder', kind: 'node', list: 'lists.company.folders', byDefault: true },
  addresses,
  { name: 'email', kind: 'email', max: 128 },
  { name: 'externalid', kind: 'text', max: 64 },
  { name: 'externalsource', kind: 'text', max: 128 },
  { name: 'createddate', kind: 'datetime', readonly: true },
  { name: 'updateddate', kind: 'datetime', readonly: true },
]
