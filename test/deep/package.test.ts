import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { validate } from 'dockerfile-utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePdf } from '../simulator/files/documents.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const children: ChildProcess[] = []
const folder = mkdtempSync(join(tmpdir(), 'icims-package-'))

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'node_modules/tsdown/dist/run.mjs')], { cwd: root, stdio: 'ignore' })
  // Away from the project, so that nothing it needs can come from node_modules.
  cpSync(join(root, 'dist/bin'), folder, { recursive: true })
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

test('the bundled command lines run without any package', async () => {
  const simulator = await start(process.execPath, ['icims-simulator.mjs', '--json', '--port', '0', '--people', '24'])
  const connector = await start(process.execPath, [
    'icims-connector.mjs',
    ...['serve', '--json', '--port', '0', '--base-url', simulator.coordinates.baseUrl, '--sync-on-start', 'wait'],
  ])
  const { baseUrl, apiKey, integrationId, synced } = connector.coordinates
  expect(synced).toMatchObject({ ats_jobs: 5, ats_candidates: 21 })
  const headers = { authorization: `Bearer ${apiKey}`, 'x-integration-id': integrationId }
  const answer = await fetch(`${baseUrl}/ats/applications?page_size=1`, { headers })
  expect(answer.status).toBe(200)
  const authorization = `Basic ${btoa('api-user:api-password')}`
  const resume = await fetch(`${simulator.coordinates.baseUrl}/customers/1234/people/24/fields/resume/text`, {
    headers: { authorization },
  })
  expect(await resume.text()).toContain('EXPERIENCE')
  expect(await connector.stop()).toBe(0)
  expect(await simulator.stop()).toBe(0)
})

test('the bundled simulator makes its certificate', async () => {
  const { coordinates, stop } = await start(process.execPath, [
    'icims-simulator.mjs',
    ...['--json', '--tls', '--port', '0', '--people', '0', '--cache', join(folder, 'cache')],
  ])
  expect(coordinates.baseUrl).toMatch(/^https:/)
  expect(new X509Certificate(readFileSync(coordinates.ca)).ca).toBe(true)
  expect(await stop()).toBe(0)
})

test('the bundled contracts are verified where Pact is installed, and say so where it is not', () => {
  const pact = join(root, 'contracts/pacts/icims-connector-icims-api.json')
  const verify = (bundle: string) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(bundle, 'icims-contracts.mjs'), 'verify', pact],
      {
        encoding: 'utf8',
      },
    )
    return [status, stdout + stderr]
  }
  expect(verify(join(root, 'dist/bin'))).toEqual([0, expect.stringContaining('0 failed, 0 skipped')])
  expect(verify(folder)).toEqual([2, expect.stringContaining('npm install --save-dev @pact-foundation/pact')])
})

test('the published library verifies pacts, however it is started', () => {
  const pact = join(root, 'contracts/pacts/icims-connector-icims-api.json')
  const script = `
    import { holds, verifyPacts } from '${join(root, 'dist/contracts.mjs')}'
    console.log((await verifyPacts({ sources: ['${pact}'] })).map(holds))`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(output).toBe('[ true ]\n')
})

test('the published library makes a tenant, and reads what is written in a file', async () => {
  const pdf = Buffer.from(await makePdf(['alive'])).toString('base64')
  const script = `
    import { createSimulator } from '${join(root, 'dist/simulator.mjs')}'
    await using simulator = await createSimulator({ people: 3, cache: false })
    const headers = { authorization: 'Basic ' + btoa('api-user:api-password') }
    const answer = await simulator.fetch(new Request('https://api.icims.com/customers/1234/people/1', { headers }))
    const form = new FormData()
    form.append('file', new File([Buffer.from('${pdf}', 'base64')], 'a.pdf'))
    const resume = 'https://api.icims.com/customers/1234/people/1/fields/resume'
    await simulator.fetch(new Request(resume + '/binary', { method: 'PATCH', headers, body: form }))
    const text = await simulator.fetch(new Request(resume + '/text', { headers }))
    console.log(answer.status, await text.text())`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(output).toBe('200 alive\n')
})

test('a project that installs the package runs it with npx, and has its fixtures and their types', async () => {
  const project = join(folder, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }')
  // The prepack script has been run: it is what built all this.
  const [packed] = JSON.parse(run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root))
  run('npm', ['install', '--no-audit', '--no-fund', '--omit=peer', join(folder, packed.filename)], project)
  const simulator = await start('npx', ['--no-install', 'icims-simulator', '--json', '--port', '0', '--people', '24'], {
    cwd: project,
  })
  const headers = { authorization: `Basic ${btoa('api-user:api-password')}` }
  const answer = await fetch(`${simulator.coordinates.baseUrl}/customers/1234/people/1`, { headers })
  expect(answer.status).toBe(200)
  await simulator.stop()

  for (const name of ['vitest', 'typescript', '@types']) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name))
  }
  writeFileSync(
    join(project, 'client.test.ts'),
    `import { expect, test } from 'vitest'
    import { createTenant } from 'icims-simulator/vitest'
    import { createTenant as createPlain } from 'icims-simulator/testing'
    test('a person is read', async () => {
      const { tenant, journal, fetch, baseUrl, credentials } = await createTenant({ people: 3 })
      const person: number = tenant.addPerson({ lastname: 'Smith' })
      const { username, password } = credentials.basic
      const headers = { authorization: 'Basic ' + btoa(username + ':' + password) }
      const answer = await fetch(\`\${baseUrl}/customers/\${credentials.customerId}/people/\${person}\`, { headers })
      expect(((await answer.json()) as { lastname: string }).lastname).toBe('Smith')
      expect(journal).toHaveCalled('getPerson', { times: 1 })
      expect(journal).toBeClean()
      await using plain = await createPlain({ preset: 'empty', port: 0 })
      plain.journal.expectNotCalled('getPerson')
    })`,
  )
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const strict = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024']
  const libraries = ['--lib', 'es2024,esnext.disposable,dom', '--types', 'node']
  expect(run(process.execPath, [tsc, ...strict, ...libraries, 'client.test.ts'], project)).toBe('')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  expect(run(process.execPath, [vitest, 'run', '--root', project], project)).toMatch(/Tests .*1 passed/)
})

test('the Dockerfile has nothing to complain of, and its start command serves with a token and not without', async () => {
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')
  expect(validate(dockerfile).map(({ message }) => message)).toEqual([])
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
  const words = (instruction: string): string[] =>
    JSON.parse(last.match(new RegExp(`^${instruction} (\\[.*\\])$`, 'm'))![1]!)
  const variables = Object.fromEntries(
    [...last.matchAll(/(ICIMS_SIMULATOR_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  )
  expect(variables).toMatchObject({ ICIMS_SIMULATOR_HOST: '0.0.0.0', ICIMS_SIMULATOR_PORT: '4010' })
  // The image's folder, and the port of this run.
  const env = { ...variables, ICIMS_SIMULATOR_PORT: '0', ICIMS_SIMULATOR_CACHE: join(folder, 'cache') }
  const [node, ...args] = [...words('ENTRYPOINT'), ...words('CMD')]
  expect(node).toBe('node')
  const refused = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' })
  expect([refused.status, refused.stderr]).toEqual([
    2,
    expect.stringMatching(/^icims-simulator: other machines reach 0\.0\.0\.0/),
  ])

  const token = { ICIMS_SIMULATOR_CONTROL_TOKEN: 'secret' }
  const { coordinates, stop } = await start(process.execPath, [...args, '--json'], {
    cwd: folder,
    env: { ...env, ...token },
  })
  expect((await fetch(`${coordinates.baseUrl}/_sim/health`)).status).toBe(401)
  const health = words('HEALTHCHECK.*CMD')
  const { port } = new URL(coordinates.baseUrl)
  const check = (secret: string): number | null =>
    spawnSync(process.execPath, health.slice(1), {
      env: { ICIMS_SIMULATOR_PORT: port, ICIMS_SIMULATOR_CONTROL_TOKEN: secret },
    }).status
  expect([check('secret'), check('wrong')]).toEqual([0, 1])
  expect(await stop()).toBe(0)
})

/** Runs a command to its end, with this Node first on the path. */
function run(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: withThisNode() })
}

function withThisNode(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...env, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, NO_COLOR: '1' }
}

async function start(command: string, args: string[], { cwd = folder, env = process.env } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: withThisNode(env),
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  })
  children.push(child)
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`${command} ${args.join(' ')} ended with ${code}.`)))
  })
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const stop = (): Promise<number | null> => {
    // The whole group: npx does not hand a signal on.
    process.kill(-child.pid!, 'SIGTERM')
    return exit
  }
  return { coordinates: JSON.parse(line), stop }
}
