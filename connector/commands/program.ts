import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'

/** A mistake of the user's: one line on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What every command takes: where the rows are kept, and which iCIMS is connected. */
export type ConnectorFlags = {
  database: string
  baseUrl: string
  customerId: string
  integrationId?: string
  username?: string
  password?: string
  clientId?: string
  clientSecret?: string
  tokenUrl?: string
  settings?: string
}

/** What `serve` takes besides. */
export type ServeFlags = ConnectorFlags & {
  host: string
  port: number
  apiKey: string
  syncOnStart?: 'wait' | 'background'
  json?: true
}

/** Errors that the user mends, not we. */
const usersMistakes = [
  'UsageError',
  'DatabaseError',
  'EncryptionKeyError',
  'VaultError',
  'AdministrationError',
  'ForbiddenTargetError',
]

/** Reads the command line and runs the command. Sets the exit code; never throws. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(argv)
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
  connectorOptions(
    program.command('serve', { isDefault: true }).description('Serve the unified API (the default command)'),
  )
    .addOption(flag('--host <address>', 'address to listen on').default('127.0.0.1'))
    .addOption(flag('--port <number>', 'port to listen on, 0 for a free one').default(4020).argParser(port))
    .addOption(flag('--api-key <text>', 'what clients send as bearer').default('local-api-key'))
    .addOption(flag('--sync-on-start <how>', 'sync first, or while serving').choices(['wait', 'background']))
    .addOption(new Option('--json', 'print one line of JSON with the coordinates when it answers'))
    .action(async (flags: ServeFlags) => (await import('./serve.ts')).serve(flags))
  connectorOptions(program.command('sync').description('Sync once, and say what changed'))
    .addOption(
      new Option('--type <type>', 'read everything, or what changed').choices(['full', 'delta']).default('delta'),
    )
    .action(async (flags: ConnectorFlags & { type: 'full' | 'delta' }) => (await import('./sync.ts')).sync(flags))
  return program
}

function connectorOptions(command: Command): Command {
  return command
    .addOption(flag('--database <address>', 'file, memory, or a postgres:// address').default('memory'))
    .addOption(flag('--base-url <url>', 'address of the iCIMS API').default('http://127.0.0.1:4010'))
    .addOption(flag('--customer-id <number>', 'iCIMS customer id').default('1234').argParser(customer))
    .addOption(flag('--integration-id <id>', '24 base58 characters; made from customer id and address unless given'))
    .addOption(flag('--username <name>', 'iCIMS API user').default('connector'))
    .addOption(flag('--password <text>', "the API user's password").default('connector-password'))
    .addOption(flag('--client-id <text>', 'OAuth client id, instead of user and password'))
    .addOption(flag('--client-secret <text>', 'OAuth client secret'))
    .addOption(flag('--token-url <url>', 'OAuth token address').default('https://login.icims.com/oauth/token'))
    .addOption(flag('--settings <json>', 'how this customer is mapped: JSON, or a file of it'))
}

/** A flag that can be set by an environment variable of the same name: `--api-key`, `ICIMS_CONNECTOR_API_KEY`. */
function flag(flags: string, description: string): Option {
  const option = new Option(flags, description)
  return option.env(`ICIMS_CONNECTOR_${option.name().replaceAll('-', '_').toUpperCase()}`)
}

function port(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > 65_535) throw new InvalidArgumentError('It must be a port, 0 to 65535.')
  return value
}

function customer(text: string): string {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a number.')
  return text
}

function oneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ')
}
