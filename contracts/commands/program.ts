import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { closest, distance } from 'fastest-levenshtein'
import type { ConformFlags } from './conform.ts'
import { flag } from './flag.ts'
import { addPactCli } from './pact-cli.ts'
import { UsageError } from './usage-error.ts'
import { addVerify } from './verify-options.ts'

/** Errors that the user mends, not we. */
const usersMistakes = ['UsageError', 'PactFileError', 'TargetError']

/** Reads the command line and runs the command. Sets the exit code: 0 done, 1 failed, 2 asked wrongly; never throws. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    const program = createProgram(argv)
    refuseUnknownCommand(program, argv[2])
    await program.parseAsync(argv)
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2
      return
    }
    process.stderr.write(`icims-contracts: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = isUsersMistake(error) ? 2 : 1
  }
}

/** A run that had to stop says itself whether its settings are at fault. */
function isUsersMistake(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return usersMistakes.includes(error.name) || (error as { isUsersMistake?: boolean }).isUsersMistake === true
}

/** One command per file; each is loaded when it is called. */
function createProgram(argv: readonly string[]): Command {
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
  program
    .command('conform')
    .description(
      'Check what is believed about iCIMS against what answers at a base URL; reads only, unless allowed more',
    )
    .addOption(flag('--base-url <address>', 'where it answers, such as https://api.icims.com').makeOptionMandatory())
    .addOption(flag('--customer <id>', 'the customer to look at').makeOptionMandatory())
    .addOption(flag('--auth <scheme>', 'how to sign in').choices(['basic', 'hmac', 'oauth']).default('basic'))
    .addOption(flag('--portal <name>', 'a portal of its to look at, by id or name').default('1'))
    .addOption(flag('--max-calls <number>', 'calls to make at most').default(2_000).argParser(wholeNumber))
    .addOption(new Option('--allow-writes', 'make and change profiles too: what is made is marked, listed, and stays'))
    .addOption(new Option('--allow-admin', 'change lists too'))
    .addOption(new Option('--slow', 'wait a minute, and move a workflow a hundred times, for what shows only then'))
    .addOption(
      new Option('--use-up-quota', 'use up the calls of the day: nobody calls as this API user until midnight UTC'),
    )
    .addOption(new Option('--second-user', 'look as an API user who may do less, too'))
    .addOption(
      flag(
        '--deliveries <file>',
        'look at recorded events too: HAR, or what icims-simulator events show --json prints',
      ),
    )
    .addOption(new Option('--table', 'print every fact with its verdict'))
    .addOption(new Option('--json', 'print JSON'))
    .addOption(flag('--junit <file>', 'write a report for CI systems too'))
    .addHelpText('after', signInHelp)
    .action(async (flags: ConformFlags) => (await import('./conform.ts')).conform(flags))
  addVerify(program)
  addPactCli(program, argv)
  return program
}

const signInHelp = `
Credentials come from the environment and are never printed:
  basic  ICIMS_USERNAME, ICIMS_PASSWORD
  hmac   ICIMS_USERNAME, ICIMS_HMAC_KEY
  oauth  ICIMS_CLIENT_ID, ICIMS_CLIENT_SECRET; ICIMS_TOKEN_URL and ICIMS_AUDIENCE where they are not the usual ones
The facts about each other way to sign in are checked where its variables are set too.
  --second-user  ICIMS_SECOND_USERNAME, ICIMS_SECOND_PASSWORD
  --deliveries   ICIMS_EVENTS_HMAC_KEY, to check the signatures of events`

function wholeNumber(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new InvalidArgumentError('It must be a whole number, 1 or more.')
}

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
