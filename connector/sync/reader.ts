import { RecordError } from '../icims/errors.ts'
import type { SetAside } from '../store/set-aside.ts'
import { createOutageWatch } from './outage.ts'
import type { Mapped, Stream, StreamContext } from './stream.ts'

/** What became of one record that was asked for. */
export type ReadRecord = Mapped | SetAside

/** Makes a function that reads a record, or says why it is set aside; anything else that goes wrong is thrown. */
export function createReader(stream: Stream, context: StreamContext): (id: string) => Promise<ReadRecord> {
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
      return { stream: stream.name, remoteId, reason: error.message, isGone: error.isGone }
    }
  }
}

export function isSetAside(record: ReadRecord): record is SetAside {
  return 'reason' in record
}
