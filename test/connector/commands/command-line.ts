import { createRunner, type Ran, runProcess } from '../../command-line.ts'

export type { Ran }

const run = createRunner('connector/commands/program.ts')

/** Runs the connector's command line; what reads standard input has a process of its own. */
export function runConnector(args: readonly string[], variables: object = {}, input?: string): Promise<Ran> {
  return input === undefined ? run(args, variables) : runProcess('connector/cli.ts', args, variables, input)
}
