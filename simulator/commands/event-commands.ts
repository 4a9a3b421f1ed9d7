import { type Command, Option } from 'commander'
import { eventTypes } from '../events/subscription.ts'
import type * as Events from './events.ts'
import { count, remoteOptions } from './flags.ts'
import type { SteerFlags } from './steering.ts'

/** What `events list` takes. */
export type ListEventsFlags = SteerFlags & { state?: string; subscription?: number; limit: number }

/** What `events subscribe` takes beside the type and the address. */
export type SubscribeFlags = SteerFlags & {
  status?: string[]
  basic?: string
  hmac?: string
  oauth?: string
  gzip?: true
  timeout?: number
  statusIds?: string
  everyJob?: true
}

const events = (): Promise<typeof Events> => import('./events.ts')

/** `icims-simulator events …`: what a running simulator tells partners, and whom. */
export function addEventCommands(program: Command): void {
  const group = program
    .command('events')
    .description('List and resend the events of a running simulator, and say who gets them')
  const add = (name: string, description: string, settings: { isDefault?: boolean } = {}): Command =>
    remoteOptions(group.command(name, settings).description(description)).addOption(
      new Option('--json', 'print what the simulator answered, as one line of JSON'),
    )
  add('list', 'List events, newest first, with what came of each', { isDefault: true })
    .addOption(new Option('--state <state>', 'only these').choices(['waiting', 'delivered', 'failed']))
    .addOption(new Option('--subscription <id>', 'only those of one subscription').argParser(count))
    .addOption(new Option('--limit <number>', 'how many').default(20).argParser(count))
    .action(async (flags: ListEventsFlags) => (await events()).listEvents(flags))
  add('show', 'Show what was sent and what was answered')
    .argument('<id>', 'number of the event', count)
    .action(async (id: number, flags: SteerFlags) => (await events()).showEvent(id, flags))
  add('resend', 'Send an event again, or every one that failed')
    .argument('<id>', 'number of the event, or failed')
    .action(async (id: string, flags: SteerFlags) => (await events()).resendEvents(id, flags))
  add('wait', 'Wait until every event was answered, or has failed').action(async (flags: SteerFlags) =>
    (await events()).waitForEvents(flags),
  )
  add('subscriptions', 'Say who is told of what').action(async (flags: SteerFlags) =>
    (await events()).listSubscriptions(flags),
  )
  add('subscribe', 'Tell somebody of one type of event')
    .argument('<type>', eventTypes.join(', '))
    .argument('<address>', 'where it goes')
    .addOption(
      new Option('--status <id...>', 'statuses that set off a WorkFlowStatusChangeEvent; any one unless given'),
    )
    .addOption(new Option('--basic <user:password>', 'sign in so'))
    .addOption(new Option('--hmac <user:key>', 'sign so').conflicts('basic'))
    .addOption(
      new Option('--oauth <json>', '{"tokenUrl":…,"clientId":…,"clientSecret":…}').conflicts(['basic', 'hmac']),
    )
    .addOption(new Option('--gzip', 'compress the body'))
    .addOption(
      new Option('--timeout <milliseconds>', 'how long an answer may take, 30000 unless given').argParser(count),
    )
    .addOption(new Option('--status-ids <form>', 'how status ids are written').choices(['bare', 'prefixed']))
    .addOption(new Option('--every-job', 'the end of an application for each job, not only those with an assessment'))
    .action(async (type: string, url: string, flags: SubscribeFlags) => (await events()).subscribe(type, url, flags))
  add('unsubscribe', 'Tell somebody no more')
    .argument('<id>', 'number of the subscription', count)
    .action(async (id: number, flags: SteerFlags) => (await events()).unsubscribe(id, flags))
}
