import { type Ran, runProcess } from '../../command-line.ts'

/** Runs the contracts' command line to its end, in a process of its own. */
export function runContracts(args: readonly string[], variables: object = {}, input?: string): Promise<Ran> {
  return runProcess('contracts/cli.ts', args, variables, input)
}
