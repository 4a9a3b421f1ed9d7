import { type Command, InvalidArgumentError, Option } from 'commander'
import { faultSets } from '../faults/sets.ts'
import type * as Faults from './faults.ts'
import { count, remoteOptions } from './flags.ts'
import type { SteerFlags } from './steering.ts'

/** What `faults add` takes: which calls, and how many of them. */
export type AddFaultFlags = SteerFlags & {
  operation?: string
  caller?: string
  method?: string
  path?: string
  skip?: number
  times?: number
  every?: number
  until?: string
}

const faults = (): Promise<typeof Faults> => import('./faults.ts')

/** `icims-simulator faults …`: the faults of a running simulator. */
export function addFaultCommands(program: Command): void {
  const group = program.command('faults').description('List, add and remove the faults of a running simulator')
  const add = (name: string, description: string, settings: { isDefault?: boolean } = {}): Command =>
    remoteOptions(group.command(name, settings).description(description)).addOption(
      new Option('--json', 'print what the simulator answered, as one line of JSON'),
    )
  add('list', 'Say what goes wrong on purpose, and what each rule has hit', { isDefault: true }).action(
    async (flags: SteerFlags) => (await faults()).listFaults(flags),
  )
  add('add', 'Make calls go wrong on purpose')
    .argument('<fault>', `a set (${Object.keys(faultSets).join(', ')}), a status such as 503, a rule or effect as JSON`)
    .addOption(new Option('--operation <name>', 'calls of this operation only: getPerson'))
    .addOption(new Option('--caller <name>', 'calls of this API user only'))
    .addOption(new Option('--method <method>', 'calls of this method only'))
    .addOption(new Option('--path <start>', 'calls whose path starts so; * stands for one part'))
    .addOption(new Option('--skip <number>', 'let so many through first').argParser(count))
    .addOption(new Option('--times <number>', 'hit so many').argParser(count))
    .addOption(new Option('--every <number>', 'hit only each so many-th').argParser(count))
    .addOption(new Option('--until <instant>', "moment of the tenant's time at which it ends, ISO 8601"))
    .action(async (what: string, flags: AddFaultFlags) => (await faults()).addFault(what, flags))
  add('remove', 'Take a fault out')
    .argument('<id>', 'number of the fault, or all', idOrAll)
    .action(async (id: number | 'all', flags: SteerFlags) => (await faults()).removeFault(id, flags))
}

function idOrAll(text: string): number | 'all' {
  if (text === 'all' || /^\d+$/.test(text)) return text === 'all' ? text : Number(text)
  throw new InvalidArgumentError('It must be the number of a fault, or all.')
}
