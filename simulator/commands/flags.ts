import { type Command, InvalidArgumentError, Option } from 'commander'
import { defaultCoordinates } from '../tenant/coordinates.ts'
import { type PresetName, presetNames } from '../tenant/presets/presets.ts'

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
  publicUrl?: string
  live?: number
  life: boolean
  json?: true
  strict?: true
}

/** What reaches a simulator that is running. */
export function remoteOptions(command: Command): Command {
  return command
    .addOption(flag('--url <address>', 'where it answers').default('http://127.0.0.1:4010'))
    .addOption(flag('--control-token <text>', 'the token it was started with'))
    .addOption(flag('--customer-id <number>', 'which of its tenants, its own unless given').argParser(count))
}

export function tenantOptions(command: Command): Command {
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
export function shown(option: Option, value: string | number): Option {
  return option.default(undefined, String(value))
}

/** A flag that can be set by an environment variable of the same name: `--client-id`, `ICIMS_SIMULATOR_CLIENT_ID`. */
export function flag(flags: string, description: string): Option {
  const option = new Option(flags, description)
  return option.env(`ICIMS_SIMULATOR_${option.name().replaceAll('-', '_').toUpperCase()}`)
}

/** A switch is on whenever its variable is set, for commander; people also write `ICIMS_SIMULATOR_TLS=0`. */
export function dropSwitchesTurnedOff(command: Command): void {
  for (const option of command.options.filter(({ required, optional }) => !required && !optional)) {
    const name = option.attributeName()
    if (command.getOptionValueSource(name) !== 'env') continue
    if (/^(|0|false|no|off)$/i.test(process.env[option.envVar!]!)) command.setOptionValue(name, undefined)
  }
}

export function count(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new InvalidArgumentError('It must be a whole number.')
  return value
}

export function port(text: string): number {
  const value = count(text)
  if (value > 65_535) throw new InvalidArgumentError('It must be a port, 0 to 65535.')
  return value
}

/** @throws for anything but the start of a web address. */
export function webAddress(text: string): string {
  const url = URL.parse(text)
  if (url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') return text
  throw new InvalidArgumentError('It must start with http:// or https://.')
}

/** Gives a parser's own explanation to commander, which says which flag it is about. */
export function explained<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text)
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message)
    }
  }
}

export function quota(text: string): number | 'unlimited' {
  return text === 'unlimited' ? text : count(text)
}
