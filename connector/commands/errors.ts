import { listLastSetAside } from '../store/set-aside.ts'
import { chooseIntegration, openExisting } from './open-connector.ts'
import type { CommonFlags } from './options.ts'
import { moment, print, table } from './print.ts'

/** `icims-connector errors`: the records that could not be read, and why. */
export async function errors(word: string | undefined, flags: CommonFlags): Promise<void> {
  await using connector = await openExisting(flags)
  const { id } = await chooseIntegration(connector, word)
  const entries = await listLastSetAside(connector.store, id)
  print(flags.json, entries, () =>
    entries.length === 0
      ? 'The last complete run read every record.\n'
      : table(
          ['record', 'id', 'since', 'why'],
          entries.map(({ stream, remoteId, since, reason }) => [stream, remoteId, moment(since), reason]),
        ),
  )
}
