import { type Filter, inList, integerColumn, plainColumn, textColumn } from './filter.ts'

/** Standard search filters of a talent pool, written with the kind at their end as the page does: SRCH. */
export const talentpoolFilters: readonly Filter[] = [
  { name: 'id', kind: 'number', column: 'id' },
  { name: 'createddate', kind: 'date', column: integerColumn('createddate') },
  { name: 'updateddate', kind: 'date', column: integerColumn('updateddate', 'updateddate', { indexed: true }) },
  { name: 'title.text', field: 'title', kind: 'text', column: textColumn('title') },
  { name: 'externalid.text', field: 'externalid', kind: 'text', column: textColumn('externalid') },
  {
    name: 'folder.number',
    field: 'folder',
    kind: 'multiselect',
    column: plainColumn('folder'),
    resolve: inList('lists.talentpool.folders'),
  },
  { name: 'owner.number', field: 'owner', kind: 'number', column: integerColumn('owner') },
]
