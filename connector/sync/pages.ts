import PQueue from 'p-queue'
import { type IcimsClient, type IcimsFilter, icimsPageSize } from '../icims/client.ts'
import { RecordError } from '../icims/errors.ts'
import type { SetAside } from '../store/runs.ts'
import { createOutageWatch } from './outage.ts'
import type { Mapped, Stream, StreamContext } from './stream.ts'

/** One page of a search, read: what its records became. Every id up to `lastId` is among them. */
export type Page = { lastId: string; isLast: boolean; records: number; mapped: Mapped[]; setAside: SetAside[] }

/** What pages are read of. */
export type PageSource = {
  client: IcimsClient
  stream: Stream
  context: StreamContext
  filters: readonly IcimsFilter[]
  /** Where to go on. */
  afterId: string
  /** Records to be read with the first page, whether the search names them or not. */
  again: readonly string[]
  /** Records read at the same time. */
  concurrency: number
  /** Rows of a full page. */
  pageSize?: number
}

/**
 * Reads the pages of a stream in order. While the caller works on one the next is searched and read, and no more than that:
 * what is read and not stored is lost when the run is cut off. A page that cannot be read ends it; what has not begun by
 * then is not asked for, what has is waited for.
 */
export async function* readPages(source: PageSource): AsyncGenerator<Page> {
  const { client, stream, filters, again, concurrency, pageSize = icimsPageSize } = source
  const queue = new PQueue({ concurrency })
  const read = createReader(source)
  let stopped = false
  // Before the reads that wait: without it the next ones could not begin.
  const search = (afterId: string): Promise<string[]> =>
    queue.add(() => client.searchPage(stream.search, filters, afterId), { priority: 1 })
  const readPage = async (afterId: string, found: Promise<string[]>, more: readonly string[]): Promise<Ahead> => {
    const ids = await found
    if (stopped) throw new Error('The pages before it have failed.')
    const lastId = ids.at(-1) ?? afterId
    const isLast = ids.length < pageSize
    const following = isLast ? undefined : handled(search(lastId))
    const wanted = [...new Set([...more, ...ids])]
    const outcomes = await Promise.all(wanted.map((id) => queue.add(() => read(id))))
    const mapped = outcomes.filter((outcome) => 'rows' in outcome)
    const setAside = [
      ...outcomes.filter((outcome) => 'reason' in outcome),
      ...mapped.flatMap((one) => one.setAside ?? []),
    ]
    return { page: { lastId, isLast, records: wanted.length, mapped, setAside }, following }
  }
  try {
    let next: Promise<Ahead> | undefined = readPage(source.afterId, search(source.afterId), again)
    while (next !== undefined) {
      const { page, following }: Ahead = await next
      next = following && handled(readPage(page.lastId, following, []))
      yield page
    }
  } finally {
    stopped = true
    queue.clear()
    await queue.onIdle()
  }
}

/** A page, and the search of the one after it. */
type Ahead = { page: Page; following: Promise<string[]> | undefined }

/** Reads a record, or says why it is set aside; anything else that goes wrong stops the page. */
function createReader({ stream, context }: PageSource): (id: string) => Promise<Mapped | SetAside> {
  const isReadable = (id: string): Promise<boolean> => {
    // What is kept would prove nothing.
    context.users.forget(id)
    return stream.read(id, context).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof RecordError)) throw error
        return !error.isServerFault
      },
    )
  }
  const outage = createOutageWatch(isReadable)
  return async (remoteId) => {
    try {
      const mapped = await stream.read(remoteId, context)
      outage.succeeded(remoteId)
      return mapped
    } catch (error) {
      if (!(error instanceof RecordError)) throw error
      if (error.isServerFault) await outage.failed(error)
      return { stream: stream.name, remoteId, reason: error.message }
    }
  }
}

/** The same promise; that it fails is for whoever awaits it later, if anybody does. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
