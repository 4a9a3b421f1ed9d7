import { isDeepStrictEqual } from 'node:util'
import { type IcimsFilter, icimsPageSize } from '../icims/client.ts'
import { type Run, readCursor } from '../store/runs.ts'
import { keepTracked, listTracked } from '../store/tracked.ts'
import { isCut, trackedColumnOf } from './selection.ts'
import type { Stream } from './stream.ts'
import type { SyncOptions } from './sync.ts'
import { changedSince, startOf, updatedSince } from './window.ts'

/** Ids to read, ascending. Whatever is to be read up to `upTo` is among them or those before. */
export type Found = { ids: readonly string[]; upTo: string; isLast: boolean }

/** Finds the next ids of a stream after this one. */
export type Find = { next(afterId: string): Promise<Found> /** Whether that is a call. */; isSearch: boolean }

/** What finding ids needs of a run. */
export type FindOptions = Pick<SyncOptions, 'store' | 'integration' | 'client' | 'pageSize'>

/** Where there is nothing to look for. */
const nothing: Find = { isSearch: false, next: async (afterId) => ({ ids: [], upTo: afterId, isLast: true }) }

/**
 * How a run finds the records of a stream. A full run searches for all of them, a delta for those that changed. Of tracked
 * applications a full run knows the ids without a search, and of a delta's search only those that are tracked are read.
 */
export async function createFind(options: FindOptions, run: Run, stream: Stream): Promise<Find> {
  const { store, integration, client, pageSize = icimsPageSize } = options
  const filtersOf = await createFilters(options, run, stream)
  if (filtersOf === undefined) return nothing
  const tracked = trackedColumnOf(stream, integration.sync)
  if (tracked !== undefined && run.type === 'FULL') {
    return {
      isSearch: false,
      async next(afterId) {
        const ids = await listTracked(store, integration.id, tracked, afterId, pageSize)
        return { ids, upTo: ids.at(-1) ?? afterId, isLast: ids.length < pageSize }
      },
    }
  }
  return {
    isSearch: true,
    async next(afterId) {
      const filters = filtersOf(client.clockSkew)
      let found = await client.searchPage(stream.search, filters, afterId)
      // Its own answer may be the first to tell that iCIMS's clock has been put back.
      const again = filtersOf(client.clockSkew)
      if (!isDeepStrictEqual(again, filters)) found = await client.searchPage(stream.search, again, afterId)
      const ids = tracked === undefined ? found : await keepTracked(store, integration.id, tracked, found)
      return { ids, upTo: found.at(-1) ?? afterId, isLast: found.length < pageSize }
    },
  }
}

/** The filters of a stream's searches, by iCIMS's clock minus ours; undefined where there is nothing to search. */
async function createFilters(
  { store, integration }: FindOptions,
  run: Run,
  stream: Stream,
): Promise<((skew: number | undefined) => IcimsFilter[]) | undefined> {
  const own = stream.filters(integration.settings)
  if (own === undefined) return undefined
  const cutoff = isCut(stream) ? run.cutoff : null
  if (run.type === 'FULL') {
    const filters = cutoff === null ? own : [...own, updatedSince(stream.search, cutoff)]
    return () => filters
  }
  const cursor = (await readCursor(store, integration.id, stream.name))!
  return (skew) => [...own, changedSince(stream.search, startOf(cursor, skew), cutoff)]
}
