import PQueue from 'p-queue'
import type { SetAside } from '../store/set-aside.ts'
import type { Find } from './find.ts'
import { createReader, isSetAside, type ReadRecord } from './reader.ts'
import type { Mapped, Stream, StreamContext } from './stream.ts'

/** Some records of a search, read: what they became. Every id up to `lastId` has been read, in this page or before it. */
export type Page = { lastId: string; isLast: boolean; records: number; mapped: Mapped[]; setAside: SetAside[] }

/** What pages are read of. */
export type PageSource = {
  stream: Stream
  context: StreamContext
  find: Find
  /** Where to go on. */
  afterId: string
  /** Records to be read first, whether the search names them or not. */
  again: readonly string[]
  /** Records read at the same time. */
  concurrency: number
  /** Told after each record that was read. */
  onRead?: (progress: ReadProgress) => void
  /** Records that are given to the caller together, save in tests. */
  batch?: number
}

/** Records of a stream that were read, of those that were found so far; whether there are no more to be found. */
export type ReadProgress = { read: number; found: number; isAll: boolean }

/** Records that are written together: a database writes a page of an index once for all that fall on it. */
const written = 500
/** Records that are read beyond those while they are written. */
const ahead = 100

/** A record that is being read, and the id up to which everything is read once it and all before it are. */
type Begun = { upTo: string; outcome: Promise<Outcome> }
type Outcome = { record: ReadRecord } | { error: unknown }

/**
 * Reads the records of a stream in the order of their ids. While the caller works on some the next are read, and no more than
 * a few: what is read and not stored is lost when the run is cut off, and takes memory. Where a record or a
 * search cannot be read, what was read before it is given out first; what has not begun by then is not asked for, what has is
 * waited for.
 */
export async function* readPages(source: PageSource): AsyncGenerator<Page> {
  const { stream, context, find, again, concurrency, batch = written } = source
  const mostAhead = Math.min(batch, ahead)
  const most = batch + mostAhead
  const queue = new PQueue({ concurrency })
  const read = createReader(stream, context)
  const first = new Set(again)
  const found: { id: string; upTo: string }[] = [...first].map((id) => ({ id, upTo: source.afterId }))
  const begun: Begun[] = []
  let lastId = source.afterId
  let searching: Promise<void> | undefined
  let searchError: unknown
  let isExhausted = false
  let readCount = 0
  let foundCount = first.size
  let isStopped = false

  const search = async (): Promise<void> => {
    try {
      // Before the reads that wait: without it the next ones could not begin.
      const next = await queue.add(() => (isStopped ? undefined : find.next(lastId)), { priority: 1 })
      if (next === undefined) return
      lastId = next.upTo
      isExhausted = next.isLast
      const ids = next.ids.filter((id) => !first.has(id))
      foundCount += ids.length
      found.push(...ids.map((id) => ({ id, upTo: id })))
    } catch (error) {
      searchError = error
      isExhausted = true
    }
    searching = undefined
  }
  const begin = (id: string): Promise<Outcome> =>
    queue.add(async () => {
      if (isStopped) return { error: new Error('A record before it could not be read.') }
      return read(id).then(
        (record) => {
          readCount += 1
          source.onRead?.({ read: readCount, found: foundCount, isAll: isExhausted })
          return { record }
        },
        (error: unknown) => {
          isStopped = true
          return { error }
        },
      )
    })
  const fill = (upToMany: number): void => {
    if (!isExhausted && found.length < most) searching ??= search()
    for (const { id, upTo } of found.splice(0, Math.max(0, upToMany - begun.length))) {
      begun.push({ upTo, outcome: begin(id) })
    }
  }
  const toPage = (read: readonly ReadRecord[], upTo: string, isLast: boolean): Page => {
    const mapped = read.filter((record): record is Mapped => !isSetAside(record))
    const setAside = [...read.filter(isSetAside), ...mapped.flatMap((one) => one.setAside ?? [])]
    return { lastId: upTo, isLast, records: read.length, mapped, setAside }
  }

  try {
    for (let isLast = false; !isLast; ) {
      fill(most)
      if (begun.length < batch && searching !== undefined) {
        await searching
        continue
      }
      const outcomes = await Promise.all(begun.slice(0, batch).map(({ outcome }) => outcome))
      const failed = outcomes.findIndex((outcome) => 'error' in outcome)
      const good = failed < 0 ? outcomes : outcomes.slice(0, lastGood(outcomes.slice(0, failed)))
      const upTo = begun.splice(0, good.length).at(-1)?.upTo ?? lastId
      if (failed < 0) fill(mostAhead)
      isLast = failed < 0 && searchError === undefined && isExhausted && begun.length === 0
      const records = good.flatMap((outcome) => ('record' in outcome ? [outcome.record] : []))
      if (records.length > 0 || isLast) yield toPage(records, isLast ? lastId : upTo, isLast)
      const failure = outcomes[failed]
      if (failure !== undefined && 'error' in failure) throw failure.error
      if (searchError !== undefined && begun.length === 0) throw searchError
    }
  } finally {
    isStopped = true
    await queue.onIdle()
  }
}

/** How many outcomes there are before the failures that lead up to the one that ends it all: those may be of the same kind. */
function lastGood(outcomes: readonly Outcome[]): number {
  return outcomes.findLastIndex((outcome) => 'record' in outcome && !isSetAside(outcome.record)) + 1
}
