import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { parseInstant, parseSpeed } from '../duration.ts'
import { faultSets } from '../faults/sets.ts'
import { defaultCoordinates } from '../tenant/coordinates.ts'
import { type PresetName, presetNames } from '../tenant/presets/presets.ts'
import type { DiffFlags } from './diff.ts'
import type { RecordFlags } from './record.ts'
import type { RemoteFlags } from './remote.ts'

/** What every command that opens a tenant takes. */
export type TenantFlags = {
  seed: string
  people?: number
  preset: PresetName
  tenant?: string
  data?: string
  seedFile?: string
  cache?: string
  customerId?: number
  username?: string
  password?: string
  clientId?: string
  clientSecret?: string
  hmacKey?: string
  quota?: number | 'unlimited'
}

/** What `serve` takes besides. */
export type ServeFlags = TenantFlags & {
  host: string
  port: number
  loginPort?: number
  proxyPort?: number
  trustProxy?: true
  controlToken?: string
  clock?: 'frozen' | 'running'
  now?: number
  speed?: number
  tls?: true
  tlsCert?: string
  tlsKey?: string
  faults?: string
  json?: true
  strict?: true
}

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
    .addOption(flag('--clock <mode>', "the tenant's time: does it run?").choices(['frozen', 'running']))
    .addOption(flag('--now <instant>', "the tenant's time at the start, ISO 8601").argParser(explained(parseInstant)))
    .addOption(
      flag('--speed <factor>', '60x: its time runs sixty times as fast as yours').argParser(explained(parseSpeed)),
    )
    .addOption(new Option('--json', 'print one line of JSON with the coordinates when it answers'))
    .addOption(
      new Option('--strict', 'check every answer against the OpenAPI document; the journal shows what does not fit'),
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

/** What reaches a simulator that is running. */
function remoteOptions(command: Command): Command {
  return command
    .addOption(flag('--url <address>', 'where it answers').default('http://127.0.0.1:4010'))
    .addOption(flag('--control-token <text>', 'the token it was started with'))
    .addOption(flag('--customer-id <number>', 'which of its tenants, its own unless given').argParser(count))
}

function tenantOptions(command: Command): Command {
  const [user] = defaultCoordinates.users
  return command
    .addOption(flag('--seed <text>', 'names the random choices: same seed, same tenant').default('icims'))
    .addOption(
      shown(flag('--people <number>', 'how many people; jobs and workflows scale with it'), "the preset's").argParser(
        count,
      ),
    )
    .addOption(flag('--preset <name>', 'ready-made tenant to start from').choices(presetNames).default('default'))
    .addOption(flag('--tenant <file>', 'what this tenant has otherwise than the preset: .yaml or .json'))
    .addOption(flag('--data <file>', 'keep the tenant in this file instead of in memory'))
    .addOption(flag('--seed-file <file>', 'rows of your own on top: .yaml, .json or .csv'))
    .addOption(flag('--cache <folder>', 'where made worlds are kept'))
    .addOption(
      shown(flag('--customer-id <number>', 'customer id in every URL'), defaultCoordinates.customerId).argParser(count),
    )
    .addOption(shown(flag('--username <name>', 'API user'), user!.username))
    .addOption(shown(flag('--password <text>', "the API user's password"), user!.password))
    .addOption(shown(flag('--client-id <text>', "the API user's OAuth client id"), user!.clientId))
    .addOption(shown(flag('--client-secret <text>', "the API user's OAuth client secret"), user!.clientSecret))
    .addOption(shown(flag('--hmac-key <text>', 'key the API user signs requests with'), user!.hmacKey))
    .addOption(
      shown(flag('--quota <number>', "the API user's calls a day, or unlimited"), user!.quota).argParser(quota),
    )
}

/** An option whose default is another's to give, the tenant file's say, and is only shown here. */
function shown(option: Option, value: string | number): Option {
  return option.default(undefined, String(value))
}

/** A flag that can be set by an environment variable of the same name: `--client-id`, `ICIMS_SIMULATOR_CLIENT_ID`. */
function flag(flags: string, description: string): Option {
  const option = new Option(flags, description)
  return option.env(`ICIMS_SIMULATOR_${option.name().replaceAll('-', '_').toUpperCase()}`)
}

/** A switch is on whenever its variable is set, for commander; people also write `ICIMS_SIMULATOR_TLS=0`. */
function dropSwitchesTurnedOff(command: Command): void {
  for (const option of command.options.filter(({ required, optional }) => !required && !optional)) {
    const name = option.attributeName()
    if (command.getOptionValueSource(name) !== 'env') continue
    if (/^(|0|false|no|off)$/i.test(process.env[option.envVar!]!)) command.setOptionValue(name, undefined)
  }
}

function count(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new InvalidArgumentError('It must be a whole number.')
  return value
}

function port(text: string): number {
  const value = count(text)
  if (value > 65_535) throw new InvalidArgumentError('It must be a port, 0 to 65535.')
  return value
}

/** Gives a parser's own explanation to commander, which says which flag it is about. */
function explained<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text)
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message)
    }
  }
}

function quota(text: string): number | 'unlimited' {
  return text === 'unlimited' ? text : count(text)
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
