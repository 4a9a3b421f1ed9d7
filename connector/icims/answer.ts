import { FatalError, RecordError, RefusedError, RetriableError } from './errors.ts'
import type { Incoming } from './send.ts'

/** An answer, its body parsed; undefined where there is none, or where a refusal is no JSON. */
type Answer = { status: number; data: unknown }

/**
 * The body of one record. What is wrong with this record alone is a RecordError: gone, hidden, refused, or one the server
 * fails on at every try.
 */
export async function recordOf(asked: Promise<Incoming>, what: string): Promise<unknown> {
  const answer = await answerOf(asked).catch((error: unknown) => {
    if (!(error instanceof RetriableError && error.isServerFault)) throw error
    throw new RecordError(`The ${what} cannot be read. ${error.message}`, { cause: error, isServerFault: true })
  })
  const { status } = answer
  if (status === 403) throw new RecordError(`iCIMS gives the API user no access to the ${what} (${reasonOf(answer)}).`)
  if (status === 404) {
    // What is not in iCIMS's shape came from something in between, and says nothing about the record.
    const isGone = answer.data !== undefined
    const message = `iCIMS has no ${what}, or the API user may not see it (${reasonOf(answer)}).`
    throw new RecordError(message, { isGone })
  }
  if (isRefusal(answer)) throw new RecordError(`iCIMS refused the ${what}: ${reasonOf(answer)}.`)
  return dataOf(answer, what)
}

/**
 * The ids of one page of a search.
 *
 * @throws RetriableError when there is no list: an empty one would read as "nothing is left".
 */
export async function idsOf(asked: Promise<Incoming>, type: string, afterId: string): Promise<string[]> {
  const data = dataOf(await answerOf(asked), `search of ${type}`)
  const results = (data as { searchResults?: unknown } | null | undefined)?.searchResults
  if (!Array.isArray(results)) {
    throw new RetriableError(`iCIMS answered the search of ${type} without searchResults. Try again later.`)
  }
  let last = afterId
  return results.map((row: { id?: unknown } | null) => {
    // The schema says integer, one printed sample shows texts (SRCH).
    const id = String(row?.id)
    if (!(/^\d+$/.test(id) && BigInt(id) > BigInt(last)))
      throw new FatalError(`The search of ${type} answered id ${id} after ${last}: its pages do not grow.`)
    last = id
    return id
  })
}

/** The body of an answer that stands for the whole API: a refusal of it is a refusal of everything. */
export async function bodyOf(asked: Promise<Incoming>, what: string): Promise<unknown> {
  return dataOf(await answerOf(asked), what)
}

/** What a write made: the id at the end of its address (C1), and what iCIMS passed over, in its own words (D13). */
export type Written = { id: string; warnings: string | null }

/**
 * What became of a write.
 *
 * @throws RefusedError in iCIMS's own words; FatalError when it takes the credentials no more; RetriableError for an answer
 *   that does not tell whether, or where, something was written.
 */
export async function writtenOf(asked: Promise<Incoming>, what: string): Promise<Written> {
  const answer = await asked
  const { status, location, warnings } = answer
  const { data, error } = answer.parsed
  if (status >= 200 && status < 300) {
    // A page came from something in between, whatever its status says.
    const isPage = error !== undefined && answer.text.trim() !== ''
    if (!isPage && (status !== 201 || location !== null)) {
      return { id: location?.split('/').at(-1) ?? '', warnings }
    }
    const message = `iCIMS answered ${status} to the ${what}, and not what became of it.`
    throw new RetriableError(message, { isServerFault: true })
  }
  if (status === 401) dataOf({ status, data }, what)
  throw new RefusedError(status, reasonOf({ status, data }))
}

/** What should be JSON and is not came from something in between, a proxy say: it may be better next time. */
async function answerOf(asked: Promise<Incoming>): Promise<Answer> {
  const { status, parsed } = await asked
  if (parsed.error === undefined || status !== 200) return { status, data: parsed.data }
  const message = `An answer of iCIMS was no JSON: ${parsed.error.message}.`
  throw new RetriableError(message, { cause: parsed.error, isServerFault: true })
}

/** The body of a 200, or the error its status stands for. */
function dataOf(answer: Answer, what: string): unknown {
  const { status } = answer
  if (isRefusal(answer)) throw new FatalError(`iCIMS refused the ${what}: ${reasonOf(answer)}.`)
  if (status === 200) return answer.data
  const reason = reasonOf(answer)
  if (status === 401) {
    throw new FatalError(`iCIMS refused the credentials (${reason}). Check user, password and customer id.`, {
      isAuthentication: true,
    })
  }
  if (status === 403) throw new FatalError(`iCIMS gives the API user no access to the ${what} (${reason}).`)
  throw new FatalError(`iCIMS answered ${status} to the ${what} (${reason}).`)
}

/** Some clients met errors inside a 200 (G1). */
function isRefusal({ data, status }: Answer): boolean {
  return status === 200 && typeof data === 'object' && data !== null && 'errors' in data
}

function reasonOf({ data }: Answer): string {
  const errors = (data as { errors?: { errorMessage?: unknown }[] } | null | undefined)?.errors
  if (!Array.isArray(errors) || errors.length === 0) return 'without a message'
  return errors.map(({ errorMessage }) => String(errorMessage)).join('; ')
}
