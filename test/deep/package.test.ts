import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
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
  const simulator = await start('icims-simulator.mjs', ['--json', '--port', '0', '--people', '24'])
  const connector = await start('icims-connector.mjs', [
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
  const { coordinates, stop } = await start('icims-simulator.mjs', [
    ...['--json', '--tls', '--port', '0', '--people', '0', '--cache', join(folder, 'cache')],
  ])
  expect(coordinates.baseUrl).toMatch(/^https:/)
  expect(new X509Certificate(readFileSync(coordinates.ca)).ca).toBe(true)
  expect(await stop()).toBe(0)
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

async function start(file: string, args: string[]) {
  const child = spawn(process.execPath, [join(folder, file), ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)))
  })
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM')
    return exit
  }
  return { coordinates: JSON.parse(line), stop }
}
