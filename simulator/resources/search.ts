import { IcimsError } from '../errors.ts'
import type { Handler, Handlers } from '../exchange.ts'
import { search as runSearch } from '../search/search.ts'
import { parsingError } from '../search/search-error.ts'
import type { TenantConfig } from '../tenant/config.ts'
import { type ProfileType, profileTypes } from '../tenant/profile-types.ts'
import { switchValue } from '../tenant/switches.ts'

/** The search of one type of profile: ids only, ascending, at most 1,000 (SRCH). */
function searchHandler(type: ProfileType): Handler {
  return ({ tenant, base, body, query, operation, notes }) => {
    try {
      const { ids, notes: found } = runSearch(tenant, type, operation.method === 'GET' ? queryBody(query) : body)
      notes.push(...found)
      const address = `${base}/${profileTypes[type].path}/`
      return { status: 200, body: { searchResults: ids.map((id) => ({ self: address + id, id })) } }
    } catch (error) {
      throw error instanceof IcimsError ? withSearchStatus(error, tenant.config) : error
    }
  }
}

/** The refusal of a body that is no JSON, the same whether it came by POST or in the query string. */
export function malformedSearch(config: TenantConfig): IcimsError {
  return withSearchStatus(parsingError(), config)
}

function withSearchStatus({ problems }: IcimsError, config: TenantConfig): IcimsError {
  return new IcimsError(Number(switchValue(config, 'searchErrorStatus')), problems)
}

/** The same JSON in the query string, `?searchJson=` (SRCH). */
function queryBody(query: URLSearchParams): unknown {
  const text = query.get('searchJson')
  if (text === null) return { filters: [] }
  try {
    return JSON.parse(text)
  } catch {
    throw parsingError()
  }
}

const people = searchHandler('person')
const jobs = searchHandler('job')
const companies = searchHandler('company')
const applicantworkflows = searchHandler('applicantworkflow')

/** `/customers/{customerId}/search/{type}`, as POST and as GET. */
export const search: Handlers = {
  searchPeople: people,
  searchPeopleByQuery: people,
  searchJobs: jobs,
  searchJobsByQuery: jobs,
  searchCompanies: companies,
  searchCompaniesByQuery: companies,
  searchApplicantWorkflows: applicantworkflows,
  searchApplicantWorkflowsByQuery: applicantworkflows,
}
