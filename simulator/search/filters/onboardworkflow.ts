import { type Filter, inList, integerColumn, plainColumn } from './filter.ts'

/** Search filters of an onboarding workflow: the two with a kind at their end are a client's (M2), the others inferred. */
export const onboardworkflowFilters: readonly Filter[] = [
  { name: 'id', kind: 'number', column: 'id' },
  {
    name: 'associatedprofile.person',
    relation: 'person',
    column: integerColumn('associatedprofile', 'associatedprofile', { indexed: true }),
  },
  {
    name: 'baseprofile',
    relation: 'newhirecategory',
    column: integerColumn('baseprofile', 'baseprofile', { indexed: true }),
  },
  { name: 'job', relation: 'job', column: integerColumn('job') },
  {
    name: 'status.listnode',
    field: 'status',
    kind: 'multiselect',
    column: plainColumn('status'),
    resolve: inList('lists.onboarding_status'),
  },
  { name: 'createddate', kind: 'date', column: integerColumn('createddate') },
  { name: 'updateddate', kind: 'date', column: integerColumn('updateddate', 'updateddate', { indexed: true }) },
]
