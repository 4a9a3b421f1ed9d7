import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { basicHeader } from '../../contracts/conformance/sign-in.ts'
import { loadDocument, operations } from '../../openapi/document.ts'
import { listen } from '../../simulator/server.ts'
import type { Fetch } from '../contracts/mutants/bend.ts'
import { mutants } from '../contracts/mutants/mutants.ts'
import { createTenant } from '../tenant.ts'
import { prepareDocument, readCollection, toArazzo } from './arazzo.ts'
import { serveFetch } from './serve-fetch.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'icims-replay-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a tool that is not ours finds every answer as the document has it', async () => {
  const requests = readCollection(readFileSync(join(root, 'openapi/icims.http'), 'utf8'), 1234)
  expect(requests.map(({ operationId }) => operationId).sort()).toEqual(
    operations.map(({ operationId }) => operationId).sort(),
  )
  const { failed, passed } = await replay()
  expect(failed).toEqual([])
  expect(passed).toBe(operations.length)
})

test('the tool notices a server that answers otherwise', async () => {
  const mutant = mutants.find(({ name }) => name === 'ids of a search are texts')!
  const { failed } = await replay((fetch) => mutant.over(fetch))
  expect(failed).toEqual(expect.arrayContaining(['searchPeople', 'searchJobs']))
})

/** Has Redocly's Respect send each request of the collection and hold the answer against the document. */
async function replay(over?: (fetch: Fetch) => Fetch): Promise<{ passed: number; failed: string[] }> {
  await using simulator = await createTenant()
  const right = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const wrong = over === undefined ? undefined : await serveFetch(over((request) => simulator.fetch(request)))
  const { username, password } = simulator.coordinates.users[0]!
  const requests = readCollection(readFileSync(join(root, 'openapi/icims.http'), 'utf8'), 1234)
  const arazzo = toArazzo(requests, basicHeader({ username, password }), './document.json')
  writeFileSync(join(folder, 'document.json'), JSON.stringify(prepareDocument(await loadDocument())))
  writeFileSync(join(folder, 'replay.arazzo.json'), JSON.stringify(arazzo))
  const server = `icims=${(wrong ?? right).baseUrl}`
  const args = ['respect', 'replay.arazzo.json', '-S', server, '-J', 'result.json']
  await run(join(root, 'node_modules/@redocly/cli/bin/cli.js'), args)
  await wrong?.close()
  await right.close()
  const { files } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'))
  const workflows: { workflowId: string; status: string }[] = Object.values<Json>(files).flatMap(
    ({ executedWorkflows }) => executedWorkflows,
  )
  const failed = workflows.filter(({ status }) => status !== 'success').map(({ workflowId }) => workflowId)
  return { passed: workflows.length - failed.length, failed }
}

// biome-ignore lint/suspicious/noExplicitAny: another tool's report
type Json = any

function run(file: string, args: string[]): Promise<number | null> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const child = spawn(process.execPath, [file, ...args], { cwd: folder, env, stdio: 'ignore' })
  return new Promise((resolve) => child.once('close', resolve))
}
