import { type RecordError, RetriableError } from '../icims/errors.ts'

/** Records in a row that the server fails on before its own health is in doubt. */
const suspicious = 10

/** Tells a bad record from a server that is down, for the records of one stream. */
export type OutageWatch = {
  succeeded(id: string): void
  /** @throws RetriableError when it is the server that is down. */
  failed(error: RecordError): Promise<void>
}

/**
 * Many failures in a row may be a batch of bad records, so a record that could be read before is read once more: if that
 * fails too, or none ever could be read, the run stops, instead of trying every record and setting them all aside.
 *
 * @param isReadable reads a record and tells whether that worked.
 */
export function createOutageWatch(isReadable: (id: string) => Promise<boolean>): OutageWatch {
  let inARow = 0
  let good: string | undefined
  let probe: Promise<boolean> | undefined
  return {
    succeeded(id) {
      inARow = 0
      good = id
    },
    async failed(error) {
      inARow += 1
      if (inARow < suspicious) return
      // One for all that fail meanwhile.
      probe ??= (good === undefined ? Promise.resolve(false) : isReadable(good)).finally(() => {
        probe = undefined
      })
      if (!(await probe)) {
        const message = `iCIMS failed on ${inARow} records in a row, so it seems to be down. The next run goes on from here.`
        throw new RetriableError(`${message} The last one: ${error.message}`, { cause: error, isServerFault: true })
      }
      inARow = 0
    },
  }
}
