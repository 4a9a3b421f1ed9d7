import type { IcimsAddress } from '../icims/address.ts'
import { type IcimsClient, icimsPageSize } from '../icims/client.ts'
import { extraFields } from '../models/field-source.ts'
import { jobPostingId } from '../models/job-posting.ts'
import type { MappingSettings } from '../models/settings.ts'
import { findPostings, listReposted } from '../store/postings.ts'
import type { Run } from '../store/runs.ts'
import type { StreamContext } from './stream.ts'
import { userFilters } from './streams.ts'
import type { SyncOptions } from './sync.ts'
import { createUserReader } from './users.ts'

/**
 * What the records of one run are read with.
 *
 * @param seenBy the run that what is seen counts for.
 */
export function createContext(
  { store, client, integration }: Pick<SyncOptions, 'store' | 'client' | 'integration'>,
  { id: runId, type, startedAt }: Pick<Run, 'id' | 'type' | 'startedAt'>,
  seenBy: string,
): StreamContext {
  const { settings } = integration
  const more = extraFields(settings)
  const addresses = new Map<string, Promise<IcimsAddress>>()
  return {
    client,
    settings,
    more,
    users: createUserReader(
      (id) => client.getPerson(id, more.person),
      () => (type === 'FULL' ? findUsers(client, settings) : store.listRemoteIds(integration.id, 'ats_users')),
      // While a full run waits to go on, whoever it has not met must be seen.
      type === 'DELTA' && seenBy === runId,
    ),
    async postings(jobId) {
      const ids = settings.portals.map((portal) => jobPostingId(portal, jobId))
      return ids.length === 0 ? [] : findPostings(store, integration.id, ids)
    },
    reposted: () => listReposted(store, integration.id, startedAt),
    address(companyId, entry) {
      const key = `${companyId}/${entry}`
      const known = addresses.get(key) ?? client.getCompanyAddress(companyId, entry)
      addresses.set(key, known)
      return known
    },
  }
}

/** The people of the login groups. A delta goes by those that are known, which costs no call. */
async function findUsers(client: IcimsClient, settings: MappingSettings): Promise<string[]> {
  const filters = userFilters(settings)
  const ids: string[] = []
  let page: string[] = []
  if (filters !== undefined) {
    do {
      page = await client.searchPage('people', filters, ids.at(-1) ?? '0')
      ids.push(...page)
    } while (page.length >= icimsPageSize)
  }
  return ids
}
