import { type Command, Option } from 'commander'
import { count, remoteOptions } from './flags.ts'
import type * as Simulate from './simulate.ts'
import type { SteerFlags } from './steering.ts'

/** What `simulate apply` takes. */
export type ApplyFlags = SteerFlags & { person?: number; firstname?: string; lastname?: string; source?: string }

const simulate = (): Promise<typeof Simulate> => import('./simulate.ts')

/** `icims-simulator simulate …`: what people do on the platform, in one call each. */
export function addSimulating(program: Command): void {
  const group = program
    .command('simulate')
    .description('Do in a running simulator what only people do: apply, move a candidate, post a job, merge')
  const add = (name: string, description: string): Command =>
    remoteOptions(group.command(name).description(description)).addOption(
      new Option('--json', 'print what the simulator answered, as one line of JSON'),
    )
  add('apply', 'Let a candidate apply for a job')
    .argument('<job>', 'system id of the job', count)
    .addOption(new Option('--person <id>', 'somebody the tenant knows, a new person unless given').argParser(count))
    .addOption(new Option('--firstname <name>', 'of the new person'))
    .addOption(new Option('--lastname <name>', 'of the new person'))
    .addOption(new Option('--source <kind>', 'how they heard of it'))
    .action(async (job: number, flags: ApplyFlags) => (await simulate()).apply(job, flags))
  add('advance', "Move a candidate one step on, as the job's recruiter does")
    .argument('<workflow>', 'system id of the recruiting workflow', count)
    .action(async (workflow: number, flags: SteerFlags) => (await simulate()).advance(workflow, flags))
  add('move', 'Move a candidate to a status')
    .argument('<workflow>', 'system id of the recruiting workflow', count)
    .argument('<status>', 'its id, name, or bin and name: "Review - Phone Screen"')
    .action(async (workflow: number, status: string, flags: SteerFlags) =>
      (await simulate()).move(workflow, status, flags),
    )
  add('post', 'Post a job to a career portal')
    .argument('<job>', 'system id of the job', count)
    .argument('[portal]', 'its id or host label, the first one unless given')
    .action(async (job: number, portal: string | undefined, flags: SteerFlags) =>
      (await simulate()).post(job, portal, flags),
    )
  add('merge', 'Merge two people into the first one')
    .argument('<primary>', 'system id of the person that stays', count)
    .argument('<discarded>', 'system id of the other one', count)
    .action(async (primary: number, discarded: number, flags: SteerFlags) =>
      (await simulate()).merge(primary, discarded, flags),
    )
}
