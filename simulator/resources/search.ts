import { errorCodes, IcimsError } from '../errors.ts'
import type { Exchange, Handler, Handlers } from '../exchange.ts'
import { loadSearch } from '../search/load-search.ts'
import type { Freshness } from '../search/search-cache.ts'
import { parsingError } from '../search/search-error.ts'
import type { TenantConfig } from '../tenant/config.ts'
import { profileTypes } from '../tenant/profile-types.ts'
import type { SearchedType } from '../tenant/record-types.ts'
import { switchValue } from '../tenant/switches.ts'

/** The search of one type of profile, or of filled-out forms: ids only, ascending, at most 1,000 (SRCH). */
function searchHandler(type: SearchedType): Handler {
  return async (exchange) => {
    const { tenant, base, access, notes, findsUpTo } = exchange
    checkMaySearch(exchange)
    const { search } = await loadSearch()
    try {
      const how = { freshness: freshnessOf(exchange), findsUpTo }
      const ids = search(tenant, type, searchBody(exchange), access, notes, how)
      const address = `${base}/${type === 'formdata' ? 'forms' : profileTypes[type].path}/`
      return { status: 200, body: { searchResults: ids.map((id) => ({ self: address + id, id })) } }
    } catch (error) {
      throw error instanceof IcimsError ? withSearchStatus(error, tenant.config) : error
    }
  }
}

/** @throws IcimsError 403 for a caller outside Integration User: only its members may search (SRCH; the answer is inferred). */
export function checkMaySearch({ operation, access, notes }: Exchange): void {
  if (access.refusesSearch === undefined) return
  notes.push({ kind: 'hidden-field', subject: operation.operationId, reason: access.refusesSearch })
  throw new IcimsError(403, [{ code: errorCodes.denied, message: 'Access to the Search API is denied.' }])
}

/** The search as sent: the body of a POST, or the same JSON in the query string, `?searchJson=` (SRCH). */
export function searchBody({ operation, query, body }: Exchange): unknown {
  return operation.method === 'GET' ? queryBody(query) : body
}

/** Minutes a search may be old unless it says so itself (SRCH). */
const defaultStaleness = 15

/**
 * How old the answer to a search may be, in minutes: `?staleness=`, a whole number (SRCH). What is none is as if it were not
 * there, which is inferred.
 */
export function freshnessOf({ tenant: { searches }, query, notes }: Exchange): Freshness {
  const text = query.get('staleness') ?? ''
  if (/^\d{1,9}$/.test(text)) return { searches, staleness: Number(text) }
  if (query.has('staleness')) {
    const reason = `${JSON.stringify(text)} is no whole number of minutes, so it is the default of ${defaultStaleness}.`
    notes.push({ kind: 'unread-parameter', subject: 'staleness', reason })
  }
  return { searches, staleness: defaultStaleness }
}

/** The refusal of a body that is no JSON, the same whether it came by POST or in the query string. */
export function malformedSearch(config: TenantConfig): IcimsError {
  return withSearchStatus(parsingError(), config)
}

/** The refusal of a search under the status the tenant chose for it. */
export function withSearchStatus({ problems }: IcimsError, config: TenantConfig): IcimsError {
  return new IcimsError(Number(switchValue(config, 'searchErrorStatus')), problems)
}

function queryBody(query: URLSearchParams): unknown {
  const text = query.get('searchJson')
  if (text === null) return { filters: [] }
  try {
    return JSON.parse(text)
  } catch {
    throw parsingError()
  }
}

const names: Readonly<Record<SearchedType, string>> = {
  person: 'People',
  job: 'Jobs',
  company: 'Companies',
  talentpool: 'TalentPools',
  newhirecategory: 'NewHireCategories',
  applicantworkflow: 'ApplicantWorkflows',
  sourceworkflow: 'SourceWorkflows',
  onboardworkflow: 'OnboardWorkflows',
  formdata: 'Forms',
}

/** `/customers/{customerId}/search/{type}`, as POST and as GET. */
export const search: Handlers = Object.fromEntries(
  Object.entries(names).flatMap(([type, name]) => {
    const handler = searchHandler(type as SearchedType)
    return [
      [`search${name}`, handler],
      [`search${name}ByQuery`, handler],
    ]
  }),
)
