import { existsSync } from 'node:fs'
import {
  type Connector,
  type ConnectorOptions,
  createConnector,
  type IcimsAuth,
  type Integration,
  type IntegrationInput,
  integrationIdOf,
} from '../index.ts'
import { isPostgres } from '../store/postgres.ts'
import { type CommonFlags, type ConnectionFlags, isDescribed, type SignInFlags, UsageError } from './options.ts'
import { readSettings } from './settings.ts'

/** What a command line may add to a connector. */
type More = Omit<ConnectorOptions, 'database' | 'encryptionKey' | 'integrations'>

/** The simulator's user for connectors. Its password protects nothing. */
const simulatorUser = 'connector'
const simulatorPassword = 'connector-password'

/** Opens a connector over the integrations in the database. */
export function openConnector({ database }: CommonFlags, more: More = {}): Promise<Connector> {
  return open(database, more, [])
}

/** The same, for commands that keep something: in memory it would be gone when they end. */
export async function openKept(flags: CommonFlags, more: More = {}): Promise<Connector> {
  if (flags.database === 'memory') {
    throw new UsageError(
      'Nothing is kept in memory. Name a file or a postgres:// address with --database, or set ICIMS_CONNECTOR_DATABASE.',
    )
  }
  return openConnector(flags, more)
}

/** The same, for commands that show or change what is there: a name with a typo in it is no new database. */
export async function openExisting(flags: CommonFlags, more: More = {}): Promise<Connector> {
  checkExists(flags)
  return openKept(flags, more)
}

function checkExists({ database }: CommonFlags): void {
  if (database === 'memory' || isPostgres(database) || existsSync(database)) return
  throw new UsageError(`There is no database ${database}. \`icims-connector add\` makes one.`)
}

/**
 * Opens a connector with the iCIMS that the flags describe, which is added or brought up to date, or over those that are in
 * the database when the flags describe none.
 */
export async function openDescribed(
  flags: ConnectionFlags,
  more: More = {},
): Promise<{ connector: Connector; described?: string }> {
  const input = isDescribed(flags) || flags.database === 'memory' ? await describe(flags) : undefined
  const connector = await open(flags.database, more, input === undefined ? [] : [input])
  return { connector, ...(input && { described: integrationIdOf(input) }) }
}

/** The same, for commands that need one of either: a database that is not there has none. */
export async function openDescribedOrExisting(
  flags: ConnectionFlags,
  more: More = {},
): Promise<{ connector: Connector; described?: string }> {
  if (!isDescribed(flags)) checkExists(flags)
  return openDescribed(flags, more)
}

/**
 * The integration a word names: its id, with or without `icims:`, or a customer id that only one has. Without a word the
 * only one there is.
 *
 * @throws UsageError when none or several fit.
 */
export async function chooseIntegration(connector: Connector, word: string | undefined): Promise<Integration> {
  const all = await connector.integrations()
  const id = word?.replace(/^icims:/, '')
  const found = id === undefined ? all : all.filter((one) => one.id === id || one.customerId === id)
  if (found.length === 1) return found[0]!
  if (all.length === 0) throw new UsageError('There is no integration yet. Add one with `icims-connector add`.')
  const list = all.map((one) => `${one.id} (customer ${one.customerId}, ${one.environmentId})`).join(', ')
  const reason = found.length === 0 ? `There is no integration ${word}` : 'There are several integrations'
  throw new UsageError(`${reason}. Name one of: ${list}.`)
}

/** The credentials of a command line, with the secret. The user is the simulator's unless one is named. */
export function authOf({ hmac, clientId, tokenUrl, username = simulatorUser }: SignInFlags, secret: string): IcimsAuth {
  if (clientId !== undefined) return { type: 'oauth', clientId, clientSecret: secret, tokenUrl }
  return hmac ? { type: 'hmac', username, key: secret } : { type: 'basic', username, password: secret }
}

/** The secret of a sign-in: its environment variable, and what people call it. */
export function secretOf({ hmac, clientId }: Pick<SignInFlags, 'hmac' | 'clientId'>): {
  variable: string
  what: string
  flag?: string
} {
  if (clientId !== undefined) {
    return { variable: 'ICIMS_CONNECTOR_CLIENT_SECRET', what: 'client secret', flag: '--client-id' }
  }
  if (hmac) return { variable: 'ICIMS_CONNECTOR_HMAC_KEY', what: 'HMAC key', flag: '--hmac' }
  return { variable: 'ICIMS_CONNECTOR_PASSWORD', what: 'password' }
}

/** @throws UsageError when what the flags describe makes no sense. */
export function checkConnection({ baseUrl, integrationId, tokenUrl }: ConnectionFlags): void {
  checkUrl('--base-url', baseUrl)
  checkUrl('--token-url', tokenUrl)
  if (integrationId !== undefined && !/^(icims:)?[1-9A-HJ-NP-Za-km-z]{24}$/.test(integrationId)) {
    throw new UsageError('--integration-id must be 24 base58 characters.')
  }
}

/** @throws UsageError unless it is an address of a server, without a user and a password in it. */
export function checkUrl(flag: string, text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`${flag} ${text} is no address. Write it as https://api.icims.com.`)
  }
  if (url.username !== '' || url.password !== '') throw new UsageError(`${flag} must not hold a user or a password.`)
}

async function describe(flags: ConnectionFlags): Promise<IntegrationInput> {
  checkConnection(flags)
  const { variable, what, flag } = secretOf(flags)
  // The simulator's password is known; every other secret has to be given.
  const secret = process.env[variable] ?? (flag === undefined ? simulatorPassword : undefined)
  if (secret === undefined) throw new UsageError(`${flag} needs the ${what} in ${variable}.`)
  const { integrationId, customerId, baseUrl, environment: environmentId } = flags
  const id = integrationId === undefined ? {} : { id: integrationId.replace(/^icims:/, '') }
  return { ...id, customerId, baseUrl, environmentId, auth: authOf(flags, secret), ...(await readSettings(flags)) }
}

function open(database: string, more: More, integrations: IntegrationInput[]): Promise<Connector> {
  const key = process.env.ICIMS_CONNECTOR_KEY
  return createConnector({
    database,
    ...(key !== undefined && { encryptionKey: key }),
    onKeyMade: (file) => {
      const advice = 'Keep it apart from copies of the database, or set ICIMS_CONNECTOR_KEY instead.'
      process.stderr.write(`icims-connector: made ${file}, the key of the credentials in ${database}. ${advice}\n`)
    },
    onInternalError: (error) => process.stderr.write(`internal error: ${(error as Error).stack ?? error}\n`),
    integrations,
    ...more,
  })
}
