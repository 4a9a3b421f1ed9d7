import { type Command, Option } from 'commander'
import { count, remoteOptions } from './flags.ts'
import type { RemoteFlags } from './remote.ts'
import type * as Steer from './steer.ts'

/** What the commands that steer a running simulator take. */
export type SteerFlags = RemoteFlags & { json?: true }

const steer = (): Promise<typeof Steer> => import('./steer.ts')

/** The commands that steer a running simulator over `/_sim`: time, snapshots, forks. */
export function addSteering(program: Command): void {
  const add = (name: string, description: string): Command =>
    remoteOptions(program.command(name).description(description)).addOption(
      new Option('--json', 'print what the simulator answered, as one line of JSON'),
    )
  add('reset', 'Put a running simulator back to its start').action(async (flags: SteerFlags) =>
    (await steer()).reset(flags),
  )
  add('advance', "Move a running simulator's time on")
    .argument('<time>', 'how far, 7d or 1d12h, or until when, 2026-02-01T09:00:00Z')
    .addOption(new Option('--still', 'its people do nothing meanwhile'))
    .action(async (time: string, flags: SteerFlags & { still?: true }) => (await steer()).advance(time, flags))
  add('snapshot', 'Keep the state of a running simulator under a name')
    .argument('[name]', 'one of the same name is replaced; snapshot-1 and so on unless given')
    .action(async (name: string | undefined, flags: SteerFlags) => (await steer()).snapshot(name, flags))
  add('snapshots', 'List the snapshots of a running simulator').action(async (flags: SteerFlags) =>
    (await steer()).snapshots(flags),
  )
  add('restore', 'Bring a running simulator back to a snapshot')
    .argument('<name>', 'of the snapshot')
    .action(async (name: string, flags: SteerFlags) => (await steer()).restore(name, flags))
  add('fork', 'Fork a tenant of a running simulator: a copy that goes its own way')
    .addOption(new Option('--as <number>', 'customer id of the fork, the next free one unless given').argParser(count))
    .action(async (flags: SteerFlags & { as?: number }) => (await steer()).fork(flags))
  add('tenants', 'List the tenants of a running simulator').action(async (flags: SteerFlags) =>
    (await steer()).tenants(flags),
  )
  add('remove', 'Remove a fork from a running simulator; --customer-id says which').action(async (flags: SteerFlags) =>
    (await steer()).remove(flags),
  )
}
