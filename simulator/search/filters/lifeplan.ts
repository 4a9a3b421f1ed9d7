import { type Filter, integerColumn } from './filter.ts'

/** What the life of a tenant looks its plans up by. No client searches them. */
export const lifeplanFilters: readonly Filter[] = [
  { name: 'due', kind: 'number', column: integerColumn('due', 'due', { indexed: true }) },
]
