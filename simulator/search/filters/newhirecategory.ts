import { type Filter, inList, integerColumn, plainColumn, textColumn } from './filter.ts'

/** Search filters of a new hire category: no source lists any, so they are inferred from its fields (D19). */
export const newhirecategoryFilters: readonly Filter[] = [
  { name: 'id', kind: 'number', column: 'id' },
  { name: 'title', kind: 'text', column: textColumn('title') },
  {
    name: 'folder',
    kind: 'multiselect',
    column: plainColumn('folder'),
    resolve: inList('lists.newhirecategory.folders'),
  },
  { name: 'createddate', kind: 'date', column: integerColumn('createddate') },
  { name: 'updateddate', kind: 'date', column: integerColumn('updateddate', 'updateddate', { indexed: true }) },
]
