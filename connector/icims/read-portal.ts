import { type IcimsClient, type IcimsFilter, icimsPageSize } from './client.ts'
import { RecordError } from './errors.ts'
import type { IcimsPortalJob } from './portal.ts'

/**
 * Every job on a portal, in batches. The page says that a portal is paged as a search is, and its sample runs from the newest
 * job down (D26): an answer that is full may lack any, so it is asked for anew, in two ranges of ids.
 *
 * @throws RecordError when the portal cannot be read: gone, hidden, answered with 5xx at every try, or without regard to the
 *   range that was asked for.
 */
export async function* readPortal(
  client: Pick<IcimsClient, 'searchPortal'>,
  portal: string,
  pageSize = icimsPageSize,
  range: readonly IcimsFilter[] = [],
): AsyncGenerator<IcimsPortalJob[]> {
  const jobs = await client.searchPortal(portal, range)
  // Halving would never end.
  const other = jobs.find(({ jobId }) => !range.every((filter) => isWithin(BigInt(jobId), filter)))
  if (other !== undefined) {
    throw new RecordError(`Portal ${portal} answered job ${other.jobId}, which the filters of the search leave out.`)
  }
  if (jobs.length < pageSize) {
    yield jobs
    return
  }
  const ids = jobs.map(({ jobId }) => BigInt(jobId)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const middle = ids[Math.floor((ids.length - 1) / 2)]!
  if (middle === ids.at(-1)) throw new RecordError(`Portal ${portal} answered job ${middle} many times over.`)
  const side = (operator: '<=' | '>'): IcimsFilter => ({ name: 'job.id', value: [String(middle)], operator })
  yield* readPortal(client, portal, pageSize, [...range.filter(({ operator }) => operator === '>'), side('<=')])
  yield* readPortal(client, portal, pageSize, [...range.filter(({ operator }) => operator === '<='), side('>')])
}

function isWithin(id: bigint, { value, operator }: IcimsFilter): boolean {
  const bound = BigInt(value[0]!)
  return operator === '>' ? id > bound : id <= bound
}
