import type { RecordType } from '../../tenant/record-types.ts'
import type { Words } from '../../tenant/words.ts'
import { applicantworkflowFilters } from './applicantworkflow.ts'
import { companyFilters, jobLocationFilters } from './company.ts'
import type { Column, Filter } from './filter.ts'
import { formdataFilters } from './formdata.ts'
import { jobFilters } from './job.ts'
import { newhirecategoryFilters } from './newhirecategory.ts'
import { onboardworkflowFilters } from './onboardworkflow.ts'
import { personFilters } from './person.ts'
import { sourceworkflowFilters } from './sourceworkflow.ts'
import { talentpoolFilters } from './talentpool.ts'

/** Standard filters of each type. */
const filters: Readonly<Record<RecordType, readonly Filter[]>> = {
  person: personFilters,
  job: jobFilters,
  company: companyFilters,
  talentpool: talentpoolFilters,
  newhirecategory: newhirecategoryFilters,
  applicantworkflow: applicantworkflowFilters,
  sourceworkflow: sourceworkflowFilters,
  onboardworkflow: onboardworkflowFilters,
  formdata: formdataFilters,
}

/** The filters of a search, by their names after the type's prefix. */
export function filtersOf(type: RecordType, _words: Words): readonly Filter[] {
  return filters[type]
}

/** The columns the store keeps for a type of record: each once, in the order its filters name them. */
export function searchColumns(type: RecordType, words: Words): readonly Column[] {
  const standard = filtersOf(type, words)
  const all = type === 'company' ? [...standard, ...jobLocationFilters] : standard
  const columns = new Map<string, Column>()
  for (const { column } of all) if (column !== 'id' && !columns.has(column.name)) columns.set(column.name, column)
  return [...columns.values()]
}
