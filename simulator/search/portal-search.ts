import type { Note } from '../journal.ts'
import type { Access } from '../tenant/access.ts'
import type { Portal } from '../tenant/config.ts'
import { type CheckedGroup, checkSearch } from './check.ts'
import { compileSearch } from './compile.ts'
import { jobFilters } from './filters/job.ts'
import { type ParsedGroup, parseSearch } from './parse.ts'
import type { SearchContext, SearchTerms } from './search.ts'
import { filterError } from './search-error.ts'

/** One filter a portal offers. `list` names the list its options are taken from. */
export type PortalFilter = { name: string; label: string; list?: string }

/**
 * What a search of a portal takes (D26). Category and location are a client's (WP); the others are what career portals let
 * people choose by, inferred.
 */
export const portalFilters: readonly PortalFilter[] = [
  { name: 'job.jobtitle', label: 'Job Title' },
  { name: 'job.positioncategory', label: 'Category', list: 'lists.position' },
  { name: 'job.positiontype', label: 'Position Type', list: 'lists.job.position_type' },
  { name: 'job.positionlevel', label: 'Level', list: 'lists.position_level' },
  { name: 'job.joblocation.companyid', label: 'Location', list: 'companies' },
  { name: 'job.joblocation.addresscity', label: 'City' },
  { name: 'job.joblocation.addressstate', label: 'State' },
  { name: 'job.joblocation.addresszip', label: 'Postal Code' },
]

/** Pages are asked for by the last id, as in any search, though no list of filters names it (D26, SRCH). */
const taken = new Set(['job.id', ...portalFilters.map(({ name }) => name)])

/** A job as the list of a portal shows it; a stale list shows it as it was. */
export type PortalRow = { id: number; jobtitle: string; updateddate: number }

/**
 * The jobs posted to a portal now, the newest change first, at most 1,000. Without a filter it is all of them (D26).
 *
 * @throws IcimsError with one of the messages of SRCH; a filter the portal does not offer is refused like an unknown one.
 */
export function searchPortal(
  context: SearchContext,
  portal: Portal,
  body: unknown,
  access: Access,
  notes: Note[],
  { freshness, findsUpTo }: SearchTerms = {},
): readonly PortalRow[] {
  const parsed = parseSearch(body, { mayBeEmpty: true })
  refuseOthers(parsed)
  const checked = checkSearch('job', parsed, { words: context, access, notes })
  const { store, clock } = context
  const run = (found: Note[]): readonly PortalRow[] => {
    const conditions = { ...context, now: clock.now(), notes: found, findsUpTo }
    const query = compileSearch('job', onPortal(portal, checked), conditions, undefined, 'newest')
    return store.select(query).map(({ id }) => {
      const { jobtitle, updateddate } = store.get('job', id)!
      return { id, jobtitle: String(jobtitle ?? ''), updateddate: updateddate as number }
    })
  }
  if (freshness === undefined || findsUpTo !== undefined) return run(notes)
  return freshness.searches.answer(['portal', portal.id, parsed], freshness.staleness, store.changes, notes, run)
}

function refuseOthers({ filters, children }: ParsedGroup): void {
  for (const { name } of filters) if (!taken.has(name)) throw filterError(name)
  for (const child of children) refuseOthers(child)
}

/** The search, among the jobs of the portal only. An empty one joined by OR would match nothing, and means everything. */
function onPortal(portal: Portal, search: CheckedGroup): CheckedGroup {
  const postedto = jobFilters.find(({ name }) => name === 'postedto')!
  if ('relation' in postedto) throw new Error('job.postedto looks at the job itself.')
  const isPosted = {
    name: 'job.postedto',
    operator: '=',
    value: [String(portal.id)],
    secondaryValue: [],
    through: [],
    filter: postedto,
  }
  const isEmpty = search.filters.length + search.children.length === 0
  return { operator: '&', filters: [isPosted], children: isEmpty ? [] : [search] }
}
