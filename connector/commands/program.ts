import { Command, CommanderError } from 'commander'
import { closest, distance } from 'fastest-levenshtein'
import { administrationCommands } from './administration-commands.ts'
import { UsageError } from './options.ts'
import { refuseSecretFlags } from './secrets.ts'
import { syncCommands } from './sync-commands.ts'

/** Errors that the user mends, not we. */
const usersMistakes = [
  'UsageError',
  'DatabaseError',
  'EncryptionKeyError',
  'VaultError',
  'AdministrationError',
  'ForbiddenTargetError',
  'ConnectOptionsError',
]

/** Reads the command line and runs the command. Sets the exit code: 0 done, 1 failed, 2 asked wrongly; never throws. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    refuseSecretFlags(argv)
    const program = createProgram()
    refuseUnknownCommand(program, argv[2])
    await program.parseAsync(argv)
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2
      return
    }
    process.stderr.write(`icims-connector: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = error instanceof Error && usersMistakes.includes(error.name) ? 2 : 1
  }
}

function createProgram(): Command {
  const program = new Command('icims-connector')
    .description('Syncs iCIMS and serves it as a unified ATS API.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`icims-connector: ${oneLine(text)}\n`) })
    .addHelpText(
      'after',
      `
Every flag can be set by the variable its help names. Secrets are never flags: see the help of add, keys and webhooks.
Exit codes: 0 done, 1 failed, 2 asked wrongly.`,
    )
  syncCommands(program)
  administrationCommands(program)
  return program
}

/** Commander takes an unknown word for an argument of the default command. */
function refuseUnknownCommand(program: Command, word: string | undefined): void {
  const names = [...program.commands.map((command) => command.name()), 'help']
  if (word === undefined || word.startsWith('-') || names.includes(word)) return
  const nearest = closest(word, names)
  const advice = distance(word, nearest) <= Math.max(2, word.length / 3) ? `Did you mean ${nearest}?` : 'See --help.'
  throw new UsageError(`There is no command ${word}. ${advice}`)
}

function oneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ')
}
