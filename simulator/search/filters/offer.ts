import { type Filter, integerColumn } from './filter.ts'

/** What offers are looked up by here. The Search API knows none: they have a search of their own. */
export const offerFilters: readonly Filter[] = [
  { name: 'id', kind: 'number', column: 'id' },
  { name: 'workflow', kind: 'number', column: integerColumn('workflow', 'workflow', { indexed: true }) },
]
