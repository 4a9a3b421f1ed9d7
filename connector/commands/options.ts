import { type Command, InvalidArgumentError, Option } from 'commander'
import type { SettingsFlags } from './settings.ts'

/** A mistake of the user's: one line on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What every command takes. */
export type CommonFlags = { database: string; json?: true }

/** What signs in; the secret is not among it: see `secrets.ts`. */
export type SignInFlags = { username?: string; hmac?: true; clientId?: string; tokenUrl: string }

/** Which iCIMS is meant: one described here, or one of those in the database. */
export type ConnectionFlags = CommonFlags &
  SettingsFlags &
  SignInFlags & {
    baseUrl: string
    customerId: string
    integrationId?: string
    environment: string
    /** The options that were given, on the command line or by their variable. */
    given: readonly string[]
  }

/** The options that describe an iCIMS: one that is given makes the others count, with their defaults. */
const describing = ['baseUrl', 'customerId', 'username', 'hmac', 'clientId', 'tokenUrl']

/** Whether the flags describe an iCIMS, or leave it to the database. */
export function isDescribed({ given }: Pick<ConnectionFlags, 'given'>): boolean {
  return given.some((name) => describing.includes(name))
}

/** A flag that can be set by an environment variable of the same name: `--base-url`, `ICIMS_CONNECTOR_BASE_URL`. */
export function flag(flags: string, description: string): Option {
  const option = new Option(flags, description)
  return option.env(`ICIMS_CONNECTOR_${option.name().replaceAll('-', '_').toUpperCase()}`)
}

export function databaseOption(command: Command): Command {
  return command.addOption(flag('--database <address>', 'file, memory, or a postgres:// address').default('memory'))
}

/** Where the integrations are kept, and whether a machine reads the answer. */
export function commonOptions(command: Command): Command {
  return databaseOption(command).addOption(new Option('--json', 'print JSON'))
}

/** The options that describe an iCIMS and what signs in to it: a simulator on this machine unless they say otherwise. */
export function connectionOptions(command: Command): Command {
  return describingOptions(command, { baseUrl: 'http://127.0.0.1:4010', customerId: '1234' })
}

/** The same, for one that must be named. */
export function newConnectionOptions(command: Command): Command {
  return describingOptions(command, {})
}

function describingOptions(command: Command, defaults: { baseUrl?: string; customerId?: string }): Command {
  return settingsOptions(
    signInOptions(command)
      .addOption(flag('--base-url <url>', 'address of the iCIMS API').default(defaults.baseUrl))
      .addOption(flag('--customer-id <number>', 'iCIMS customer id').default(defaults.customerId).argParser(customer))
      .addOption(flag('--integration-id <id>', '24 base58 characters; made from customer id and address unless given'))
      .addOption(flag('--environment <name>', 'whose keys see it').default('local')),
  )
}

/** The options of how it is mapped and synced. */
export function settingsOptions(command: Command): Command {
  return command
    .addOption(flag('--settings <json>', 'how this customer is mapped: JSON, or a file of JSON or YAML'))
    .addOption(flag('--sync-settings <json>', 'how it is synced, the same way'))
    .addOption(flag('--scopes <json>', 'which models, fields and actions are enabled, the same way'))
}

/** The options of what signs in. */
export function signInOptions(command: Command): Command {
  return command
    .addOption(flag('--username <name>', 'iCIMS API user'))
    .addOption(
      flag('--hmac', "sign each call with the API user's HMAC key, instead of a password").conflicts('clientId'),
    )
    .addOption(flag('--client-id <text>', 'OAuth client id, instead of user and password'))
    .addOption(flag('--token-url <url>', 'OAuth token address').default('https://login.icims.com/oauth/token'))
    .addHelpText(
      'after',
      `
The password is ICIMS_CONNECTOR_PASSWORD, the HMAC key ICIMS_CONNECTOR_HMAC_KEY, the OAuth client secret
ICIMS_CONNECTOR_CLIENT_SECRET.`,
    )
}

/** The flags of a command, with the names of those that were given. */
export function withGiven<Flags extends object>(command: Command, flags: Flags): Flags & { given: string[] } {
  const isGiven = (name: string): boolean => ['cli', 'env'].includes(command.getOptionValueSource(name) ?? '')
  return { ...flags, given: Object.keys(flags).filter(isGiven) }
}

export function port(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > 65_535) throw new InvalidArgumentError('It must be a port, 0 to 65535.')
  return value
}

/** A time such as `30m`, `3h` or `2d`, in milliseconds; a minute at least. */
export function duration(text: string): number {
  const [, count, unit] = /^(\d{1,5})(m|h|d)$/.exec(text) ?? []
  const milliseconds = Number(count) * { m: 60_000, h: 3_600_000, d: 86_400_000 }[unit as 'm' | 'h' | 'd']
  if (!(milliseconds >= 60_000)) throw new InvalidArgumentError('It must be a time such as 30m, 3h or 2d.')
  return milliseconds
}

export function count(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.')
  return Number(text)
}

function customer(text: string): string {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a number.')
  return text
}
