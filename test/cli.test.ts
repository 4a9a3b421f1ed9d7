import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadDocument } from '../openapi/document.ts'
import { createRunner } from './command-line.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'icims-cli-'))
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a command line to its end. */
function run(
  file: string,
  args: string[],
  env: object = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, file), ...args],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
      },
    )
  })
}

/** Starts a command line that serves, and gives its first line of JSON. `stop` ends it as Ctrl-C does. */
async function serve(file: string, args: string[], env: object = {}) {
  const child = spawn(process.execPath, [join(root, file), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${stderr}`)))
  })
  const stop = (): Promise<number | null> => {
    child.kill('SIGINT')
    return exit
  }
  return { coordinates: JSON.parse(line), stop, exit, pid: child.pid }
}

/** A port somebody else has. */
async function takenPort(): Promise<{ port: number; free(): void }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as { port: number }).port, free: () => server.close() }
}

test('the simulator prints its coordinates, answers with them, and stops on Ctrl-C', async () => {
  const { coordinates, stop } = await serve('simulator/cli.ts', ['--json', '--port', '0', '--people', '24'], {
    ICIMS_SIMULATOR_USERNAME: 'from-env',
  })
  expect(coordinates).toMatchObject({ customerId: 1234, basic: { username: 'from-env', password: 'api-password' } })
  const authorization = `Basic ${btoa('from-env:api-password')}`
  const answer = await fetch(`${coordinates.baseUrl}/customers/1234/people/1`, { headers: { authorization } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-length')).toMatch(/^\d+$/)
  expect(((await answer.json()) as { links: { url: string }[] }).links[0]!.url).toBe(
    `${coordinates.baseUrl}/customers/1234/people/1`,
  )
  expect(await stop()).toBe(0)
})

test.each([
  ['simulator/cli.ts', ['--prot', '1'], "icims-simulator: unknown option '--prot' (Did you mean --port?)\n"],
  ['connector/cli.ts', ['--prot', '1'], "icims-connector: unknown option '--prot' (Did you mean --port?)\n"],
  ['start.ts', ['--api-key', 'x'], /^npm start: --api-key is refused: .* Set ICIMS_CONNECTOR_API_KEY instead\.\n$/],
  ['start.ts', ['--jsno'], "npm start: unknown option '--jsno' (Did you mean --json?)\n"],
  [
    'start.ts',
    ['--people', 'many'],
    /^npm start: option '--people <number>' argument 'many' is invalid\. It must be a whole number\.\n$/,
  ],
])('%s %j says one clear line and ends with 2', async (file, args, message) => {
  const { code, stderr } = await run(file, args)
  expect(code).toBe(2)
  expect(stderr).toEqual(typeof message === 'string' ? message : expect.stringMatching(message))
})

const runners = {
  simulator: createRunner('simulator/commands/program.ts'),
  connector: createRunner('connector/commands/program.ts'),
}

test.each([
  [
    'simulator',
    ['--port', 'x'],
    "icims-simulator: option '--port <number>' argument 'x' is invalid. It must be a whole number.\n",
  ],
  [
    'simulator',
    ['--seed-file', '/nowhere.yaml'],
    'icims-simulator: cannot read the seed file /nowhere.yaml: ENOENT.\n',
  ],
  [
    'simulator',
    ['--port', '4999', '--login-port', '4999'],
    'icims-simulator: --port and --login-port are both 4999. Each needs a port of its own.\n',
  ],
  [
    'simulator',
    ['--host', '0.0.0.0', '--people', '0'],
    'icims-simulator: other machines reach 0.0.0.0, and /_sim steers the tenant: set a control token (--control-token), or listen on 127.0.0.1.\n',
  ],
  [
    'simulator',
    ['--proxy-port', '4998'],
    'icims-simulator: --proxy-port needs --tls: what goes through the proxy is HTTPS.\n',
  ],
  [
    'simulator',
    ['--tls-cert', 'x.pem'],
    'icims-simulator: --tls-cert and --tls-key belong together: give both or none.\n',
  ],
  [
    'simulator',
    ['--tls-cert', '/nowhere.pem', '--tls-key', 'x.pem'],
    'icims-simulator: cannot read the certificate /nowhere.pem: ENOENT.\n',
  ],
  [
    'simulator',
    ['--tls', '--cache', '/dev/null'],
    /^icims-simulator: cannot keep a certificate authority in \/dev\/null\/authority .*\n$/,
  ],
  [
    'simulator',
    ['--clock', 'frozen', '--speed', '60x'],
    'icims-simulator: --speed is for a clock that runs, --clock frozen stands still. Leave one of them out.\n',
  ],
  [
    'simulator',
    ['--now', 'yesterday'],
    /^icims-simulator: option '--now <instant>' argument 'yesterday' is invalid\. "yesterday" is no instant\. .*\n$/,
  ],
  ['simulator', ['--data', '/nowhere/x.db'], /^icims-simulator: Cannot open \/nowhere\/x\.db: .*\n$/],
  ['connector', ['--database', '/nowhere/x.db'], /^icims-connector: Cannot open \/nowhere\/x\.db: .*\n$/],
  ['connector', ['--base-url', 'nonsense'], /^icims-connector: --base-url nonsense is no address\..*\n$/],
  ['connector', ['--settings', 'nowhere.json'], /^icims-connector: --settings is neither JSON nor .*ENOENT.*\n$/],
  ['connector', ['--settings', '{"portal":[]}'], /^icims-connector: settings: .*"portal".*\n$/],
] as const)('%s %j is refused in one clear line', async (name, args, message) => {
  const { code, stderr } = await runners[name](args)
  expect(code).toBe(2)
  expect(stderr).toEqual(typeof message === 'string' ? message : expect.stringMatching(message))
})

test.each(['simulator/cli.ts', 'connector/cli.ts'])('%s names a port that is taken and ends with 2', async (file) => {
  const { port, free } = await takenPort()
  const { code, stderr } = await run(file, ['--port', String(port)])
  free()
  expect(code).toBe(2)
  expect(stderr).toMatch(new RegExp(`^icims-\\w+: port ${port} on 127.0.0.1 is taken\\. .*--port.*\\n$`))
})

test('the simulator names the flag of a login port that is taken', async () => {
  const { port, free } = await takenPort()
  const { code, stderr } = await run('simulator/cli.ts', ['--people', '0', '--port', '0', '--login-port', String(port)])
  free()
  expect(code).toBe(2)
  expect(stderr).toMatch(new RegExp(`^icims-simulator: port ${port} on 127.0.0.1 is taken\\. .*--login-port.*\\n$`))
})

test('the simulator prints the address of a login host of its own', async () => {
  const { coordinates, stop } = await serve('simulator/cli.ts', [
    ...['--json', '--port', '0', '--login-port', '0', '--people', '3'],
  ])
  const { baseUrl, oauth } = coordinates
  expect(new URL(oauth.tokenUrl).origin).not.toBe(baseUrl)
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret,
    audience: 'https://api.icims.com/v1/',
  })
  expect((await fetch(oauth.tokenUrl, { method: 'POST', body })).status).toBe(200)
  await stop()
})

test('a connector with the addresses of iCIMS, its proxy and its authority set, syncs from here', async () => {
  const cache = join(folder, 'tls')
  const { coordinates, stop } = await serve('simulator/cli.ts', [
    ...['--json', '--tls', '--port', '0', '--proxy-port', '0', '--people', '24', '--cache', cache],
  ])
  expect(coordinates.baseUrl).toMatch(/^https:/)
  expect(coordinates.ca).toBe(join(cache, 'authority', 'ca.pem'))
  const environment = {
    NODE_USE_ENV_PROXY: '1',
    HTTPS_PROXY: coordinates.proxyUrl,
    NODE_EXTRA_CA_CERTS: coordinates.ca,
    ICIMS_CONNECTOR_BASE_URL: 'https://api.icims.com',
    ICIMS_CONNECTOR_CUSTOMER_ID: '1234',
    ICIMS_CONNECTOR_CLIENT_ID: 'connector-client',
    ICIMS_CONNECTOR_CLIENT_SECRET: 'connector-secret',
  }
  const { stdout } = await run('connector/cli.ts', ['sync', '--full'], environment)
  expect(stdout).toMatch(/^full sync succeeded, \d+ calls\n(.*\n)* {2}jobs +5 new/)
  await stop()
})

test.each([
  ['1', true],
  ['false', false],
])('a switch set to %s by its variable is on: %s', async (value, isOn) => {
  const args = ['--json', '--port', '0', '--people', '3']
  const { coordinates, stop } = await serve('simulator/cli.ts', args, { ICIMS_SIMULATOR_TRUST_PROXY: value })
  const headers = { authorization: `Basic ${btoa('api-user:api-password')}`, 'x-forwarded-host': 'icims.example' }
  const answer = await fetch(`${coordinates.baseUrl}/customers/1234/people/1`, { headers })
  expect((await answer.text()).includes('icims.example')).toBe(isOn)
  await stop()
})

test.each([
  [['--clock', 'frozen', '--now', '2026-03-01'], { mode: 'frozen', speed: 0, now: '2026-03-01T00:00:00.000Z' }],
  [['--now', '2026-03-01T12:00Z', '--speed', '60x'], { mode: 'running', speed: 60 }],
  [[], { mode: 'running', speed: 1 }],
])('the simulator keeps the time that %j says', async (flags, clock) => {
  const { coordinates, stop } = await serve('simulator/cli.ts', ['--json', '--port', '0', '--people', '3', ...flags])
  const answer = (await (await fetch(`${coordinates.baseUrl}/_sim/clock`)).json()) as { now: string }
  expect(answer).toMatchObject(clock)
  if (flags.includes('60x')) expect(answer.now >= '2026-03-01T12:00').toBe(true)
  await stop()
})

test.each(['--simulator-port', '--connector-port'])(
  'npm start names its own flag %s for a taken port',
  async (flag) => {
    const { port, free } = await takenPort()
    const other = flag === '--simulator-port' ? '--connector-port' : '--simulator-port'
    const { code, stderr } = await run('start.ts', [flag, String(port), other, '0'])
    free()
    expect(code).toBe(2)
    expect(stderr).toBe(
      `npm start: port ${port} is taken. Stop what runs there, or choose another with ${flag} (0 takes a free one).\n`,
    )
  },
)

test('npm start ends with an error when one of the two ends by itself', async () => {
  const { coordinates, exit, pid } = await serve('start.ts', [
    ...['--json', '--simulator-port', '0', '--connector-port', '0', '--people', '3'],
  ])
  execFileSync('pkill', ['-P', String(pid)])
  expect(await exit).toBe(1)
  await expect(fetch(coordinates.connector.baseUrl)).rejects.toThrow()
})

test.each(['simulator/cli.ts', 'connector/cli.ts', 'start.ts'])(
  '%s --help shows every flag with its variable and ends well',
  async (file) => {
    const { code, stdout } = await run(file, file === 'start.ts' ? ['--help'] : ['serve', '--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/--json/)
    expect(stdout).toMatch(/env: ICIMS_/)
  },
)

test('cache clear removes the kept worlds and nothing else', async () => {
  const cache = join(folder, 'cache')
  await runners.simulator(['export', '--people', '0', '--cache', cache])
  writeFileSync(join(cache, 'mine.txt'), '')
  const { stdout } = await runners.simulator(['cache', 'clear', '--cache', cache])
  expect(stdout).toBe(`Removed 1 kept world from ${cache}.\n`)
  expect(readdirSync(cache)).toEqual(['mine.txt'])
})

test('npm start prints one line of JSON once both answer and are synced, and Ctrl-C stops both', async () => {
  const args = ['--json', '--simulator-port', '0', '--connector-port', '0', '--people', '24']
  const { coordinates, stop } = await serve('start.ts', args)
  const { simulator, connector } = coordinates
  expect(Object.keys(simulator)).toEqual(['baseUrl', 'customerId', 'basic', 'oauth', 'hmac'])
  expect(Object.keys(connector)).toEqual(['baseUrl', 'apiKey', 'integrationId'])
  expect(connector.baseUrl).toMatch(/\/v1$/)
  const headers = { authorization: `Bearer ${connector.apiKey}`, 'x-integration-id': connector.integrationId }
  const jobs = (await (await fetch(`${connector.baseUrl}/ats/jobs`, { headers })).json()) as {
    data: { results: { job_postings: { url: string; visibility: string }[] }[] }
  }
  expect(jobs.data.results).toHaveLength(5)
  const postings = jobs.data.results.flatMap(({ job_postings }) => job_postings)
  expect(postings.length).toBeGreaterThan(0)
  for (const { url, visibility } of postings)
    expect(visibility).toBe(url.includes('/internal-') ? 'INTERNAL' : 'PUBLIC')
  const token = await fetch(simulator.oauth.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: simulator.oauth.clientId,
      client_secret: simulator.oauth.clientSecret,
      audience: 'https://api.icims.com/v1/',
    }),
  })
  expect(token.status).toBe(200)
  expect(await stop()).toBe(0)
  await expect(fetch(simulator.baseUrl)).rejects.toThrow()
  await expect(fetch(connector.baseUrl)).rejects.toThrow()
})

test('a sync from the command line says what it did', async () => {
  const { coordinates, stop } = await serve('simulator/cli.ts', ['--json', '--port', '0', '--people', '24'])
  const database = join(folder, 'rows.db')
  const first = await run('connector/cli.ts', ['sync', '--base-url', coordinates.baseUrl, '--database', database])
  expect(first.code).toBe(0)
  expect(first.stdout).toMatch(
    /^full sync succeeded, \d+ calls\n.* {2}jobs +5 new, 0 changed, 0 the same, 0 deleted\n/s,
  )
  expect(first.stderr).toMatch(/applicantworkflows: \d+ records, \d+ calls, no daily limit/)
  const second = await run('connector/cli.ts', ['sync', '--base-url', coordinates.baseUrl, '--database', database])
  expect(second.stdout).toMatch(/^delta sync succeeded, [34] calls\n/)
  await stop()
  const third = await run('connector/cli.ts', [
    'sync',
    '--full',
    '--base-url',
    coordinates.baseUrl,
    '--database',
    database,
  ])
  expect(third.code).toBe(1)
  expect(third.stdout).toMatch(/^full sync failed, .*did not answer/)
})

test.each(['yaml', 'json'])('the document is printed as %s, in one piece', async (format) => {
  const { code, stdout } = await runners.simulator(['openapi', '--format', format])
  expect(code).toBe(0)
  const printed = format === 'json' ? JSON.parse(stdout) : parse(stdout)
  expect(printed).toEqual(await loadDocument())
})
