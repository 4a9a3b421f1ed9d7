import { isProfileType, type RecordType, recordTypeNames } from '../../tenant/record-types.ts'
import type { TenantFields, Words } from '../../tenant/words.ts'
import { applicantworkflowFilters } from './applicantworkflow.ts'
import { companyFilters, jobLocationFilters } from './company.ts'
import { customFilters } from './custom.ts'
import type { Column, Filter } from './filter.ts'
import { formdataFilters } from './formdata.ts'
import { jobFilters } from './job.ts'
import { lifeplanFilters } from './lifeplan.ts'
import { newhirecategoryFilters } from './newhirecategory.ts'
import { offerFilters } from './offer.ts'
import { onboardworkflowFilters } from './onboardworkflow.ts'
import { personFilters } from './person.ts'
import { sourceworkflowFilters } from './sourceworkflow.ts'
import { talentpoolFilters } from './talentpool.ts'

/** Standard filters of each type. */
const standard: Readonly<Record<RecordType, readonly Filter[]>> = {
  person: personFilters,
  job: jobFilters,
  company: companyFilters,
  talentpool: talentpoolFilters,
  newhirecategory: newhirecategoryFilters,
  applicantworkflow: applicantworkflowFilters,
  sourceworkflow: sourceworkflowFilters,
  onboardworkflow: onboardworkflowFilters,
  formdata: formdataFilters,
  offer: offerFilters,
  listchanges: [],
  lifeplan: lifeplanFilters,
  lifelog: [],
}

/** What one tenant searches a type of record by. */
type Searchable = {
  filters: readonly Filter[]
  columns: readonly Column[]
  apart: readonly Column[]
  indexed: ReadonlySet<string>
}

/** They follow from a tenant's fields alone, and are made once. */
const known = new WeakMap<TenantFields, ReadonlyMap<RecordType, Searchable>>()

/** The filters of a search, by their names after the type's prefix: the standard ones, then those of numbered fields. */
export function filtersOf(type: RecordType, words: Words): readonly Filter[] {
  return searchableOf(type, words).filters
}

/** The columns the store keeps for a type of record: each once, in the order its filters name them. */
export function searchColumns(type: RecordType, words: Words): readonly Column[] {
  return searchableOf(type, words).columns
}

/** The columns it keeps apart: those of numbered fields. */
export function columnsApart(type: RecordType, words: Words): readonly Column[] {
  return searchableOf(type, words).apart
}

/** Names of the columns that have an index. */
export function indexedColumns(type: RecordType, words: Words): ReadonlySet<string> {
  return searchableOf(type, words).indexed
}

function searchableOf(type: RecordType, words: Words): Searchable {
  let types = known.get(words.fields)
  if (types === undefined) {
    types = new Map(recordTypeNames.map((name) => [name, createSearchable(name, words)]))
    known.set(words.fields, types)
  }
  return types.get(type)!
}

function createSearchable(type: RecordType, { fields }: Words): Searchable {
  const filters = [...standard[type], ...(isProfileType(type) ? customFilters(fields.of(type)) : [])]
  const columns = new Map<string, Column>()
  for (const { column } of type === 'company' ? [...filters, ...jobLocationFilters] : filters) {
    if (column !== 'id' && !columns.has(column.name)) columns.set(column.name, column)
  }
  const all = [...columns.values()]
  return {
    filters,
    columns: all.filter(({ apart }) => !apart),
    apart: all.filter(({ apart }) => apart),
    indexed: new Set(all.filter(({ indexed }) => indexed).map(({ name }) => name)),
  }
}
