import type { Words } from '../../tenant/words.ts'
import { fold } from '../fold.ts'
import { type Filter, inList, integerColumn, plainColumn } from './filter.ts'

const status = plainColumn('status', 'status', { indexed: true })

/** The statuses of a bin, named by the bin's id or label: the JSON shows no bin, the search knows it (SRCH). */
function statusesOfBin(word: string, { config }: Words): string[] {
  const wanted = fold(word)
  const bins = config.bins.filter(({ id, name }) => [id, name, id.slice(1)].some((text) => fold(text) === wanted))
  return config.statuses.filter(({ bin }) => bins.some(({ name }) => name === bin)).map(({ id }) => id)
}

/** Standard search filters of a recruiting workflow: SRCH; `id` by M2, though the page does not list it. */
export const applicantworkflowFilters: readonly Filter[] = [
  { name: 'id', kind: 'number', column: 'id' },
  { name: 'bin', kind: 'multiselect', column: status, resolve: statusesOfBin },
  { name: 'status', kind: 'multiselect', column: status, resolve: inList('lists.status') },
  { name: 'updateddate', kind: 'date', column: integerColumn('updateddate', 'updateddate', { indexed: true }) },
  {
    name: 'person',
    field: 'associatedprofile',
    relation: 'person',
    column: integerColumn('associatedprofile', 'associatedprofile', { indexed: true }),
  },
  {
    name: 'job',
    field: 'baseprofile',
    relation: 'job',
    column: integerColumn('baseprofile', 'baseprofile', { indexed: true }),
  },
]
