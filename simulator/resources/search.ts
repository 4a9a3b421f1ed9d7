import { errorCodes, IcimsError } from '../errors.ts'
import type { Handler, Handlers } from '../exchange.ts'
import { search as runSearch } from '../search/search.ts'
import { parsingError } from '../search/search-error.ts'
import type { TenantConfig } from '../tenant/config.ts'
import { type ProfileType, profileTypeNames, profileTypes } from '../tenant/profile-types.ts'
import { switchValue } from '../tenant/switches.ts'

/** The search of one type of profile: ids only, ascending, at most 1,000 (SRCH). */
function searchHandler(type: ProfileType): Handler {
  return ({ tenant, base, body, query, operation, access, notes }) => {
    if (access.refusesSearch !== undefined) {
      notes.push({ kind: 'hidden-field', subject: operation.operationId, reason: access.refusesSearch })
      throw new IcimsError(403, [{ code: errorCodes.denied, message: 'Access to the Search API is denied.' }])
    }
    try {
      const asked = operation.method === 'GET' ? queryBody(query) : body
      const ids = runSearch(tenant, type, asked, access, notes)
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

const names: Readonly<Record<ProfileType, string>> = {
  person: 'People',
  job: 'Jobs',
  company: 'Companies',
  talentpool: 'TalentPools',
  newhirecategory: 'NewHireCategories',
  applicantworkflow: 'ApplicantWorkflows',
  sourceworkflow: 'SourceWorkflows',
  onboardworkflow: 'OnboardWorkflows',
}

/** `/customers/{customerId}/search/{type}`, as POST and as GET. */
export const search: Handlers = Object.fromEntries(
  profileTypeNames.flatMap((type) => {
    const handler = searchHandler(type)
    return [
      [`search${names[type]}`, handler],
      [`search${names[type]}ByQuery`, handler],
    ]
  }),
)
