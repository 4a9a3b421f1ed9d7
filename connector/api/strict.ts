import { type ApiDocument, describeUnmatched, findUnfit, readOperations } from './check-answers.ts'

/** What a strict API tells of, one line each: every kind of misfit once. */
export type StrictTelling = {
  /** An answer does not fit the document. */
  onUnfit?: ((message: string) => void) | undefined
  /** A request is answered by no operation. */
  onUnmatched?: ((message: string) => void) | undefined
}

/** Looks at every answer before it leaves. Nothing of it is changed. */
export function withStrictAnswers(
  fetch: (request: Request) => Promise<Response>,
  document: ApiDocument,
  { onUnfit, onUnmatched }: StrictTelling,
): (request: Request) => Promise<Response> {
  const operations = readOperations(document)
  const told = new Set<string>()
  const tell = (message: string | undefined, to: ((message: string) => void) | undefined): void => {
    if (message === undefined) return
    // One row of a list is as wrong as the next, and one record as another.
    const kind = message.replaceAll(/\/[^/\s]*\d[^/\s]*/g, '/*')
    if (told.has(kind)) return
    told.add(kind)
    to?.(message)
  }
  return async (request) => {
    const { method, url } = request
    const answer = await fetch(request)
    const asked = { method, url }
    tell(await findUnfit(operations, asked, answer), onUnfit)
    tell(describeUnmatched(operations, asked), onUnmatched)
    return answer
  }
}
