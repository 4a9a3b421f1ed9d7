import { Command, CommanderError, Option } from 'commander'
import { parseInstant, parseSpeed } from '../duration.ts'
import { faultSets } from '../faults/sets.ts'
import { presetNames } from '../tenant/presets/presets.ts'
import type { DiffFlags } from './diff.ts'
import { addEventCommands } from './event-commands.ts'
import { addFaultCommands } from './fault-commands.ts'
import {
  count,
  dropSwitchesTurnedOff,
  explained,
  flag,
  port,
  remoteOptions,
  type ServeFlags,
  type TenantFlags,
  tenantOptions,
  webAddress,
} from './flags.ts'
import type { LifeFlags } from './life.ts'
import type { RecordFlags } from './record.ts'
import type { RemoteFlags } from './remote.ts'
import { addSimulating } from './simulating.ts'
import { addSteering } from './steering.ts'

/** Reads the command line and runs the command. Sets the exit code; never throws. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(argv)
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2
      return
    }
    process.stderr.write(`icims-simulator: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = isUsersMistake(error) ? 2 : 1
  }
}

function createProgram(): Command {
  const program = new Command('icims-simulator')
    .description('A fake iCIMS tenant on your machine: seeded, stateful, resettable.')
    .exitOverride()
    .hook('preAction', (_, command) => dropSwitchesTurnedOff(command))
    .configureOutput({ outputError: (text, write) => write(`icims-simulator: ${oneLine(text)}\n`) })
  tenantOptions(program.command('serve', { isDefault: true }).description('Serve the tenant (the default command)'))
    .addOption(flag('--host <address>', 'address to listen on').default('127.0.0.1'))
    .addOption(flag('--port <number>', 'port to listen on, 0 for a free one').default(4010).argParser(port))
    .addOption(
      flag('--login-port <number>', 'port of its own for the login host; --port then gives no tokens').argParser(port),
    )
    .addOption(flag('--tls', 'serve HTTPS, with a certificate made here unless one is given'))
    .addOption(flag('--tls-cert <file>', 'certificate chain of your own, PEM; turns --tls on'))
    .addOption(flag('--tls-key <file>', 'its key, PEM'))
    .addOption(
      flag('--proxy-port <number>', 'port of a proxy that leads the names of iCIMS here; needs --tls').argParser(port),
    )
    .addOption(
      flag('--trust-proxy', 'believe X-Forwarded-Host and X-Forwarded-Proto: only behind a proxy that sets them'),
    )
    .addOption(
      flag('--control-token <text>', 'what /_sim then asks for as a bearer token; needed on any other address'),
    )
    .addOption(
      flag(
        '--faults <names>',
        `calls that go wrong on purpose: ${Object.keys(faultSets).join(', ')}; several with commas`,
      ),
    )
    .addOption(
      flag(
        '--public-url <address>',
        'what links in events start with, when it is not the address it listens on',
      ).argParser(webAddress),
    )
    .addOption(flag('--clock <mode>', "the tenant's time: does it run?").choices(['frozen', 'running']))
    .addOption(flag('--now <instant>', "the tenant's time at the start, ISO 8601").argParser(explained(parseInstant)))
    .addOption(
      flag('--speed <factor>', '60x: its time runs sixty times as fast as yours').argParser(explained(parseSpeed)),
    )
    .addOption(
      flag('--live [factor]', '60x: its people live as its time runs, sixty times as fast as yours')
        .preset('60x')
        .argParser(explained(parseSpeed)),
    )
    .addOption(new Option('--no-life', 'its people do nothing, not even when its time is moved'))
    .addOption(new Option('--json', 'print one line of JSON with the coordinates when it answers'))
    .addOption(
      flag(
        '--strict',
        'check every answer against the OpenAPI document and refuse what no operation answers; exit with 1 if either was',
      ),
    )
    .action(async (flags: ServeFlags) => (await import('./serve.ts')).serve(flags))
  tenantOptions(program.command('export').description("Print the tenant's rows in the form of a seed file"))
    .addOption(
      new Option('--format <format>', 'form of the rows; csv holds people only')
        .choices(['yaml', 'json', 'csv'])
        .default('yaml'),
    )
    .action(async (flags: TenantFlags & { format: 'yaml' | 'json' | 'csv' }) =>
      (await import('./export.ts')).exportRows(flags),
    )
  remoteOptions(program.command('explain').description('Say why an exchange of a running simulator went as it did'))
    .argument('[exchange]', 'its number in the journal', 'last')
    .addOption(new Option('--json', 'print one line of JSON'))
    .action(async (id: string, flags: RemoteFlags & { json?: true }) =>
      (await import('./explain.ts')).explain(id, flags),
    )
  remoteOptions(program.command('life').description('Tell what happened by itself in a running simulator, as a story'))
    .addOption(new Option('--limit <number>', 'so many events, the newest').default(100).argParser(count))
    .addOption(new Option('--since <instant>', "not before this moment of the tenant's time, ISO 8601"))
    .addOption(new Option('--kind <kind>', 'only events such as hired, posted, withdrew'))
    .addOption(new Option('--person <id>', 'only what is about this person').argParser(count))
    .addOption(new Option('--job <id>', 'only what is about this job').argParser(count))
    .addOption(new Option('--json', 'print one line of JSON'))
    .action(async (flags: LifeFlags) => (await import('./life.ts')).life(flags))
  program
    .command('openapi')
    .description('Print the OpenAPI document the simulator answers by, with the evidence of each belief, in one piece')
    .addOption(new Option('--format <format>', 'form of the document').choices(['yaml', 'json']).default('yaml'))
    .action(async (flags: { format: 'yaml' | 'json' }) => (await import('./openapi.ts')).printDocument(flags))
  program
    .command('record')
    .description(
      'Pass requests on to a real tenant and keep what its answers look like: names, types, statuses, no values',
    )
    .addOption(
      flag('--upstream <address>', 'the tenant to record, such as https://api.icims.com').makeOptionMandatory(),
    )
    .addOption(new Option('--out <file>', 'file to keep the shapes in').default('shapes.json'))
    .addOption(flag('--port <number>', 'port to listen on, 0 for a free one').default(4030).argParser(port))
    .action(async (flags: RecordFlags) => (await import('./record.ts')).record(flags))
  program
    .command('diff')
    .description('Say where the simulator differs from recorded shapes, and which switch would bring it in line')
    .argument('<file>', 'what record wrote')
    .addOption(flag('--preset <name>', 'ready-made tenant to compare').choices(presetNames).default('default'))
    .addOption(flag('--tenant <file>', 'what differs from it: .yaml or .json'))
    .addOption(flag('--cache <folder>', 'where made worlds are kept'))
    .addOption(new Option('--json', 'print one line of JSON'))
    .action(async (file: string, flags: DiffFlags) => (await import('./diff.ts')).diff(file, flags))
  addSteering(program)
  addSimulating(program)
  addFaultCommands(program)
  addEventCommands(program)
  const tenant = program.command('tenant').description('What makes the tenant different from another')
  tenant
    .command('print')
    .description('Print the whole configuration in the form of a tenant file, without its API users')
    .addOption(flag('--preset <name>', 'ready-made tenant to start from').choices(presetNames).default('default'))
    .addOption(flag('--tenant <file>', 'what differs from it: .yaml or .json'))
    .action(async (flags: Pick<TenantFlags, 'preset' | 'tenant'>) => (await import('./tenant.ts')).printTenant(flags))
  tenant
    .command('check')
    .description('Check a tenant file; say line and field of every problem')
    .argument('<file>', '.yaml or .json')
    .action(async (file: string) => (await import('./tenant.ts')).checkTenant(file))
  const cache = program.command('cache').description('Made worlds, kept so that a tenant opens at once')
  cache
    .command('clear')
    .description('Remove every kept world')
    .addOption(flag('--cache <folder>', 'folder they are kept in'))
    .action(async (flags: { cache?: string }) => (await import('./clear-cache.ts')).clearCache(flags.cache))
  return program
}

function oneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ')
}

const usersMistakes = new Set([
  'CertificateError',
  'DataFileError',
  'RefusedError',
  'SeedFileError',
  'TenantConfigError',
  'TenantFileError',
  'UsageError',
])

function isUsersMistake(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  return usersMistakes.has(error.name) || code === 'EADDRINUSE' || code === 'EACCES'
}
