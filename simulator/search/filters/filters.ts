import type { ProfileType } from '../../tenant/profile-types.ts'
import { applicantworkflowFilters } from './applicantworkflow.ts'
import { companyFilters, jobLocationFilters } from './company.ts'
import type { Column, Filter } from './filter.ts'
import { jobFilters } from './job.ts'
import { personFilters } from './person.ts'

const filters: Readonly<Record<ProfileType, readonly Filter[]>> = {
  person: personFilters,
  job: jobFilters,
  company: companyFilters,
  applicantworkflow: applicantworkflowFilters,
}

/** The filters of a search, by their names after the type's prefix. */
export function filtersOf(type: ProfileType): readonly Filter[] {
  return filters[type]
}

/** The columns the store keeps for a type of profile: each once, in the order its filters name them. */
export function searchColumns(type: ProfileType): readonly Column[] {
  const all = type === 'company' ? [...companyFilters, ...jobLocationFilters] : filters[type]
  const columns = new Map<string, Column>()
  for (const { column } of all) if (column !== 'id' && !columns.has(column.name)) columns.set(column.name, column)
  return [...columns.values()]
}
