import { Command, CommanderError, Option } from 'commander'
import { closest, distance } from 'fastest-levenshtein'
import { UsageError } from './usage-error.ts'

/** Errors that the user mends, not we. */
const usersMistakes = ['UsageError', 'PactFileError']

/** Reads the command line and runs the command. Sets the exit code: 0 done, 1 failed, 2 asked wrongly; never throws. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    const program = createProgram()
    refuseUnknownCommand(program, argv[2])
    await program.parseAsync(argv)
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2
      return
    }
    process.stderr.write(`icims-contracts: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = error instanceof Error && usersMistakes.includes(error.name) ? 2 : 1
  }
}

/** One command per file; each is loaded when it is called. */
function createProgram(): Command {
  const program = new Command('icims-contracts')
    .description('Proves that a client of iCIMS still fits: contracts and conformance, without a tenant.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`icims-contracts: ${oneLine(text)}\n`) })
    .addHelpText('after', '\nExit codes: 0 everything holds, 1 something does not, 2 asked wrongly.')
  program
    .command('states')
    .description('List the provider states that a pact may start from, with their parameters')
    .addOption(new Option('--json', 'print JSON'))
    .action(async (flags: { json?: true }) => (await import('./states.ts')).states(flags))
  return program
}

function refuseUnknownCommand(program: Command, word: string | undefined): void {
  const names = [...program.commands.map((command) => command.name()), 'help']
  if (word === undefined || word.startsWith('-') || names.includes(word)) return
  const nearest = closest(word, names)
  const advice = distance(word, nearest) <= Math.max(2, word.length / 3) ? `Did you mean ${nearest}?` : 'See --help.'
  throw new UsageError(`There is no command ${word}. ${advice}`)
}

/** A flag that can be set by an environment variable of the same name: `--base-url`, `ICIMS_CONTRACTS_BASE_URL`. */
export function flag(flags: string, description: string): Option {
  const option = new Option(flags, description)
  return option.env(`ICIMS_CONTRACTS_${option.name().replaceAll('-', '_').toUpperCase()}`)
}

function oneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ')
}
