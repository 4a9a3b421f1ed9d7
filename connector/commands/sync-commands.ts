import { type Command, Option } from 'commander'
import type { ActionsFlags } from './actions.ts'
import {
  type CommonFlags,
  commonOptions,
  connectionOptions,
  count,
  databaseOption,
  duration,
  flag,
  port,
  withGiven,
} from './options.ts'
import type { ServeFlags } from './serve.ts'
import type { SyncFlags } from './sync.ts'

/** The commands that sync, serve and show what was synced. */
export function syncCommands(program: Command): void {
  scheduleOptions(
    connectionOptions(
      databaseOption(
        program
          .command('serve', { isDefault: true })
          .description('Sync on a schedule and serve the unified API (default)'),
      ),
    ),
  )
    .addOption(flag('--host <address>', 'address to listen on').default('127.0.0.1'))
    .addOption(flag('--port <number>', 'port to listen on, 0 for a free one').default(4020).argParser(port))
    .addOption(
      flag(
        '--public-url <url>',
        'where links to pages and files are reached from outside, such as https://connect.example.com',
      ),
    )
    .addOption(flag('--connect-origin <origin...>', 'applications that may show the connect page in a frame'))
    .addOption(
      flag('--rate-limit <number>', 'calls a minute that the keys of an environment may make')
        .default(300)
        .argParser(count),
    )
    .addOption(flag('--sync-on-start <how>', 'sync first, or while serving').choices(['wait', 'background']))
    .addOption(new Option('--no-schedule', 'sync only when asked to'))
    .addOption(
      flag(
        '--strict',
        'check every answer against the OpenAPI document; exit with 1 if one did not fit, or none was known',
      ),
    )
    .addOption(new Option('--json', 'print one line of JSON with the coordinates when it answers'))
    .addHelpText(
      'after',
      `
Clients sign in with keys of \`icims-connector keys create\`, and with ICIMS_CONNECTOR_API_KEY where it is set. On this machine
alone the key local-api-key is good as long as there is none.`,
    )
    .action(async (flags: Omit<ServeFlags, 'given'>, command: Command) =>
      (await import('./serve.ts')).serve(withGiven(command, flags)),
    )
  scheduleOptions(connectionOptions(commonOptions(program.command('sync [integration]').description('Sync once'))))
    .addOption(new Option('--full', 'read everything, and find what was deleted').conflicts('delta'))
    .addOption(new Option('--delta', 'read what changed; the default, unless a full sync waits to go on'))
    .addOption(new Option('--dry-run', 'say how many calls and days it would take, and read no record'))
    .addOption(new Option('--all', 'every integration that is not paused'))
    .addOption(new Option('--watch', 'go on, on the schedule, until Ctrl-C').conflicts('dryRun'))
    .action(async (word: string | undefined, flags: Omit<SyncFlags, 'given'>, command: Command) =>
      (await import('./sync.ts')).sync(word, withGiven(command, flags)),
    )
  connectionOptions(
    commonOptions(
      program.command('check [integration]').description('Try out what a sync needs, and say what was seen'),
    ),
  )
    .addOption(new Option('--writes', 'try out writes too, on a person who is made and marked for it'))
    .addOption(new Option('--writes-job <id>', 'make a workflow of that person on this job').argParser(count))
    .action(async (word: string | undefined, flags, command: Command) =>
      (await import('./check.ts')).check(word, withGiven(command, flags)),
    )
  commonOptions(program.command('status [integration]').description('Show runs, counts, calls and the next sync'))
    .addOption(new Option('--runs <number>', 'how many runs to show').default(5).argParser(count))
    .action(async (word: string | undefined, flags: CommonFlags & { runs: number }) =>
      (await import('./status.ts')).status(word, flags),
    )
  commonOptions(
    program.command('errors [integration]').description('List the records that could not be read, and why'),
  ).action(async (word: string | undefined, flags: CommonFlags) => (await import('./errors.ts')).errors(word, flags))
  commonOptions(
    program
      .command('actions [integration]')
      .description('List the actions that are under way, wait, or could not be done, and what to do about them'),
  )
    .addOption(new Option('--open', 'those that are gone on with').conflicts('reported'))
    .addOption(new Option('--reported', 'those that a person must look at'))
    .addOption(new Option('--limit <number>', 'how many').default(20).argParser(count))
    .action(async (word: string | undefined, flags: ActionsFlags) =>
      (await import('./actions.ts')).actions(word, flags),
    )
  databaseOption(
    program.command('export [integration]').description('Write the unified rows to a file or standard output'),
  )
    .addOption(new Option('--model <name>', 'which rows: jobs, candidates, …').default('all'))
    .addOption(new Option('--format <name>', 'form of the rows').choices(['ndjson', 'csv']).default('ndjson'))
    .addOption(new Option('--output <path>', 'file, or folder for all models as CSV; standard output when left out'))
    .addOption(new Option('--include-deleted', 'rows that are deleted in iCIMS too'))
    .action(async (word: string | undefined, flags) => (await import('./export.ts')).exportRows(word, flags))
}

function scheduleOptions(command: Command): Command {
  return command
    .addOption(flag('--delta-every <time>', 'time between syncs').default(10_800_000, '3h').argParser(duration))
    .addOption(flag('--full-every <time>', 'time between full syncs').default(36_000_000, '10h').argParser(duration))
    .addOption(
      flag('--allow-loopback-webhooks', 'let webhooks through to this machine, over http too; for development'),
    )
    .addOption(flag('--allow-loopback-files', 'let files be fetched from this machine, over http too; for development'))
}
