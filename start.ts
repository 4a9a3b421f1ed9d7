import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'

/** `npm start`: a fake iCIMS, a connector synced from it, and what to type next. It only spawns the two command lines. */
type Flags = Record<string, string | true | undefined> & { json?: true; tls?: true; people: string }

/** What the simulator prints with `--json`. */
type SimulatorCoordinates = {
  baseUrl: string
  /** File of the authority that signed its certificate, with `--tls`. */
  ca?: string
  customerId: number
  portals: { id: number; name: string }[]
  basic: { username: string; password: string }
  oauth: { tokenUrl: string; clientId: string; clientSecret: string }
  hmac: { username: string; key: string }
  connectorUser: { basic: { username: string; password: string } }
}

/** What the connector prints with `--json`. */
type ConnectorCoordinates = {
  baseUrl: string
  apiKey: string
  integrationId: string
  synced: Record<string, number> | null
}

const takenPort = 'taken-port'
const refused = 'refused'

/** Opens the unified API unless ICIMS_CONNECTOR_API_KEY is set. It is no secret. */
const developmentKey = 'local-api-key'

/** A tenant of more people is synced while it is already served. */
const syncedAtOnce = 2_000

/** How often the connector looks for what a living tenant did. */
const liveDeltaEvery = '1m'

/** Flags handed on as they are; each can also be set as the variable of the command line it goes to. */
const simulatorFlags: readonly (readonly [string, string])[] = [
  ['--seed <text>', 'names the random choices'],
  ['--people <number>', 'how many people'],
  ['--preset <name>', 'ready-made tenant to start from'],
  ['--tenant <file>', 'what this tenant has otherwise than the preset'],
  ['--data <file>', 'keep the tenant in this file'],
  ['--seed-file <file>', 'rows of your own on top: .yaml, .json or .csv'],
  ['--cache <folder>', 'where made worlds are kept'],
  ['--customer-id <number>', 'customer id in every URL'],
  ['--username <name>', 'API user'],
  ['--password <text>', "the API user's password"],
  ['--client-id <text>', "the API user's OAuth client id"],
  ['--client-secret <text>', "the API user's OAuth client secret"],
  ['--hmac-key <text>', 'key the API user signs requests with'],
  ['--quota <number>', "the API user's calls a day, or unlimited"],
  ['--control-token <text>', 'what /_sim asks for as a bearer token'],
  [
    '--live <factor>',
    "60x: the tenant's people live as its time runs, sixty times as fast as yours; unless --delta-every says otherwise, the connector syncs what changed every minute",
  ],
]
const connectorFlags: readonly (readonly [string, string])[] = [
  ['--database <address>', "the connector's rows: file, memory, or postgres://"],
  ['--integration-id <id>', 'id of the integration, 24 base58 characters'],
  ['--delta-every <time>', "time between the connector's syncs of what changed (3h, with --live 1m)"],
]

/** A child ended before it answered. It has said why itself. */
class ChildError extends Error {
  readonly code: number
  constructor(code: number) {
    super()
    this.code = code
  }
}

const children: ChildProcess[] = []

/** Ends the children, and keeps others from being started. */
const stop = new AbortController()

process.exitCode = await main().catch((error: unknown) => {
  if (stop.signal.aborted) return 0
  stop.abort()
  if (error instanceof ChildError) return error.code
  if (error instanceof CommanderError) {
    // Commander has printed its own; these two are ours.
    if (error.code === takenPort || error.code === refused) process.stderr.write(`${error.message}\n`)
    return error.exitCode === 0 ? 0 : 2
  }
  process.stderr.write(`npm start: ${error instanceof Error ? error.message : error}\n`)
  return 1
})

async function main(): Promise<number> {
  const command = createCommand()
  if (process.argv.some((word) => /^--api-key(=|$)/.test(word))) {
    const reason = 'other users of this machine can read command lines. Set ICIMS_CONNECTOR_API_KEY instead.'
    throw new CommanderError(2, refused, `npm start: --api-key is refused: ${reason}`)
  }
  command.parse()
  const flags = command.opts<Flags>()
  const stopped = new Promise((resolve) => stop.signal.addEventListener('abort', resolve))
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  await Promise.race([serveBoth(flags), stopped])
  await Promise.all(children.map(ended))
  return 0
}

/** Does not come to an end: it throws when one of the two does. */
async function serveBoth(flags: Flags): Promise<void> {
  // Asked here, where the flag has another name than the one the child would advise.
  await checkPort('--simulator-port', flags.host, flags.simulatorPort ?? '4010')
  await checkPort('--connector-port', flags.host, flags.connectorPort ?? '4020')
  const simulator = await launch<SimulatorCoordinates>('simulator', [
    ...pass(flags, simulatorFlags),
    ...given('--host', flags.host),
    ...given('--port', flags.simulatorPort),
    ...(flags.tls ? ['--tls'] : []),
  ])
  const user = simulator.connectorUser.basic
  const background = Number(flags.people) > syncedAtOnce
  const connector = await launch<ConnectorCoordinates>(
    'connector',
    [
      ...given('--integration-id', flags.integrationId),
      ...given('--delta-every', flags.deltaEvery ?? (flags.live === undefined ? undefined : liveDeltaEvery)),
      ...given('--host', flags.host),
      ...given('--port', flags.connectorPort),
      ...['--base-url', simulator.baseUrl, '--customer-id', String(simulator.customerId)],
      ...['--username', user.username, '--sync-on-start', background ? 'background' : 'wait'],
      ...['--settings', JSON.stringify({ portals: simulator.portals.map(portalSetting) })],
    ],
    {
      // The connector takes no secret on its command line, and an address of PostgreSQL may hold one.
      ...(typeof flags.database === 'string' && { ICIMS_CONNECTOR_DATABASE: flags.database }),
      ICIMS_CONNECTOR_PASSWORD: user.password,
      ICIMS_CONNECTOR_API_KEY: process.env.ICIMS_CONNECTOR_API_KEY || developmentKey,
      ICIMS_CONNECTOR_ALLOW_LOOPBACK_WEBHOOKS: 'true',
      ...(simulator.ca !== undefined && { NODE_EXTRA_CA_CERTS: simulator.ca }),
    },
  )
  process.stdout.write(
    flags.json ? `${json(simulator, connector)}\n` : greeting(simulator, connector, Number(flags.people)),
  )
  await Promise.race(children.map(ended))
  throw new Error('one of the two ended by itself, so the other was stopped.')
}

/** @throws CommanderError when somebody has the port. */
async function checkPort(flag: string, host: string | true | undefined, port: string | true): Promise<void> {
  const server = createServer()
  const taken = await new Promise<boolean>((resolve) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'EADDRINUSE'))
    server.listen(Number(port), typeof host === 'string' ? host : '127.0.0.1', () => resolve(false))
  })
  await new Promise((resolve) => server.close(resolve))
  if (!taken) return
  const advice = `Stop what runs there, or choose another with ${flag} (0 takes a free one).`
  throw new CommanderError(2, takenPort, `npm start: port ${port} is taken. ${advice}`)
}

function createCommand(): Command {
  const command = new Command('npm start --')
    .description('Starts a fake iCIMS and a connector synced from it.')
    .exitOverride()
    .configureOutput({
      outputError: (text, write) =>
        write(
          `npm start: ${text
            .trim()
            .replace(/^error: /, '')
            .replaceAll(/\s*\n\s*/g, ' ')}\n`,
        ),
    })
    .addOption(new Option('--json', 'print one line of JSON instead'))
    .addOption(new Option('--tls', 'the fake iCIMS serves HTTPS, which the connector trusts (ICIMS_SIMULATOR_TLS)'))
    .addOption(new Option('--host <address>', 'address both listen on').env('ICIMS_HOST'))
    .addOption(
      new Option('--simulator-port <number>', 'port of the fake iCIMS, 0 for a free one (4010)')
        .env('ICIMS_SIMULATOR_PORT')
        .argParser(portNumber),
    )
    .addOption(
      new Option('--connector-port <number>', 'port of the unified API, 0 for a free one (4020)')
        .env('ICIMS_CONNECTOR_PORT')
        .argParser(portNumber),
    )
  for (const [prefix, list] of [
    ['ICIMS_SIMULATOR', simulatorFlags],
    ['ICIMS_CONNECTOR', connectorFlags],
  ] as const) {
    for (const [flags, description] of list) {
      const option = new Option(flags, description)
      if (option.name() === 'people') option.default('300').argParser(wholeNumber)
      command.addOption(option.env(`${prefix}_${option.name().replaceAll('-', '_').toUpperCase()}`))
    }
  }
  return command
}

function wholeNumber(text: string): string {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return text
}

function portNumber(text: string): string {
  if (Number(wholeNumber(text)) > 65_535) throw new InvalidArgumentError('It must be a port, 0 to 65535.')
  return text
}

/** Spawns a command line and waits for its line of JSON. Its stderr is shown. */
async function launch<Coordinates>(
  name: 'simulator' | 'connector',
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Coordinates> {
  const cli = fileURLToPath(new URL(`./${name}/cli.ts`, import.meta.url))
  stop.signal.throwIfAborted()
  // The channel closes when this process goes away, however it does, and the child stops.
  const child = spawn(process.execPath, [cli, 'serve', '--json', ...args], {
    signal: stop.signal,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...variables },
  })
  children.push(child)
  const lines = createInterface({ input: child.stdout! })
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line)))
    child.once('error', reject)
    child.once('exit', (code) => reject(new ChildError(code ?? 1)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

function pass(flags: Flags, list: readonly (readonly [string, string])[]): string[] {
  return list.flatMap(([text]) => {
    const option = new Option(text)
    return given(option.long!, flags[option.attributeName()])
  })
}

/** A local address does not tell whom a portal is for; its name does. */
function portalSetting({ id, name }: { id: number; name: string }): { id: string; visibility: string } {
  return { id: String(id), visibility: name.startsWith('internal') ? 'INTERNAL' : 'PUBLIC' }
}

function given(name: string, value: string | true | undefined): string[] {
  return typeof value === 'string' ? [`${name}=${value}`] : []
}

function json(
  { baseUrl, ca, customerId, basic, oauth, hmac }: SimulatorCoordinates,
  connector: ConnectorCoordinates,
): string {
  const { apiKey, integrationId } = connector
  return JSON.stringify({
    simulator: { baseUrl, ca, customerId, basic, oauth, hmac },
    connector: { baseUrl: connector.baseUrl, apiKey, integrationId },
  })
}

function greeting(
  { baseUrl, ca, customerId, basic, oauth, hmac }: SimulatorCoordinates,
  connector: ConnectorCoordinates,
  people: number,
): string {
  const trust = ca === undefined ? '' : `--cacert '${ca}' `
  const signIn = `${trust}-u ${basic.username}:${basic.password}`
  const { synced } = connector
  const counts =
    synced === null
      ? 'in the background, progress below'
      : Object.entries(synced).filter(isWorthTelling).map(countText).join(', ')
  return `fake iCIMS   ${baseUrl}   customer ${customerId}   control ${baseUrl}/_sim/openapi.json
  Basic      ${basic.username} / ${basic.password}
  OAuth      ${oauth.tokenUrl}   ${oauth.clientId} / ${oauth.clientSecret}
  HMAC       ${hmac.username}, key ${hmac.key}${ca === undefined ? '' : `\n  CA         ${ca}`}
unified API  ${connector.baseUrl}   key ${connector.apiKey}   integration ${connector.integrationId}
  synced     ${counts}

curl ${signIn} ${baseUrl}/customers/${customerId}/people/${Math.max(1, Math.min(30, people))}
curl ${signIn} -H 'Content-Type: application/json' -d '{"filters":[{"name":"job.folder","value":["Approved"]}]}' ${baseUrl}/customers/${customerId}/search/jobs
curl -H 'Authorization: Bearer ${connector.apiKey}' -H 'X-Integration-Id: ${connector.integrationId}' '${connector.baseUrl}/ats/jobs?page_size=1'

Ctrl-C stops both.
`
}

/** Rows that stand by themselves. */
function isWorthTelling([model, count]: [string, number]): boolean {
  return count > 0 && !model.startsWith('ats_join_')
}

function countText([model, count]: [string, number]): string {
  return `${count} ${model.replace('ats_', '').replaceAll('_', ' ')}`
}
