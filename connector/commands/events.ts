import type { EventAuthType } from '../events/administration.ts'
import { openExisting } from './open-connector.ts'
import type { CommonFlags } from './options.ts'
import { moment, print, table } from './print.ts'

/** What `events accept` takes. */
export type AcceptFlags = CommonFlags & { type: EventAuthType }

/** `icims-connector events accept` */
export async function accept(word: string, flags: AcceptFlags): Promise<void> {
  const secret = process.env.ICIMS_CONNECTOR_EVENT_SECRET
  await using connector = await openExisting(flags)
  const id = word.replace(/^icims:/, '')
  const { secret: made, ...setup } = await connector.administration.acceptEvents(id, {
    type: flags.type,
    ...(secret !== undefined && { secret }),
  })
  const isOAuth = setup.type === 'oauth'
  // One that was given is known already.
  print(flags.json, secret === undefined ? { ...setup, secret: made } : setup, () =>
    [
      'Enter in iCIMS, under Event Notifications, after the address of this connector:',
      `  path       ${setup.path}`,
      ...(setup.tokenPath === null ? [] : [`  token      ${setup.tokenPath}`]),
      `  ${isOAuth ? 'client id ' : 'user      '} ${setup.name}`,
      ...(secret === undefined ? [`  secret     ${made}  (shown this once)`] : []),
      '',
    ].join('\n'),
  )
}

/** `icims-connector events refuse` */
export async function refuse(word: string, flags: CommonFlags): Promise<void> {
  await using connector = await openExisting(flags)
  const id = word.replace(/^icims:/, '')
  await connector.administration.refuseEvents(id)
  print(flags.json, { id, events: false }, () => `${id} takes no events any more.\n`)
}

/** `icims-connector events log` */
export async function log(flags: CommonFlags & { limit: number }): Promise<void> {
  await using connector = await openExisting(flags)
  const events = await connector.administration.listEvents(flags.limit)
  print(flags.json, events, () =>
    events.length === 0
      ? 'No event came yet.\n'
      : table(
          ['at', 'integration', 'type', 'about', 'state', 'why'],
          events.map((event) => [
            moment(event.receivedAt),
            event.integrationId,
            event.type,
            event.subject,
            event.state.toLowerCase(),
            event.message ?? '',
          ]),
        ),
  )
}
