import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openIcims } from '../../contracts/provider/icims.ts'
import { readPactFile } from '../../contracts/provider/pact-file.ts'
import { verify } from '../../contracts/provider/verify.ts'
import type { Fetch } from '../contracts/mutants/bend.ts'
import { mutants } from '../contracts/mutants/mutants.ts'
import { serveFetch } from './serve-fetch.ts'

process.env.PACT_DO_NOT_TRACK = '1'
const pact = fileURLToPath(new URL('../../contracts/pacts/icims-connector-icims-api.json', import.meta.url))

test('the pacts hold where nothing is wrong', async () => {
  expect(await verifyOver((fetch) => fetch)).toEqual([])
})

test.each(mutants.filter(({ isRead }) => isRead))('caught by the pacts: $name', async (mutant) => {
  const mismatches = await verifyOver(mutant.over)
  process.stdout.write(`${mutant.name}: ${mismatches.length} mismatches, ${mismatches[0] ?? 'none'}\n`)
  expect(mismatches).not.toEqual([])
})

/** Replays the connector's contract against a simulator behind a mutant. */
async function verifyOver(over: (fetch: Fetch) => Fetch): Promise<string[]> {
  const provider = await openIcims()
  const server = await serveFetch(over((request) => forward(request, provider.baseUrl)))
  const close = async (): Promise<void> => {
    await server.close()
    await provider.close()
  }
  const { results } = await verify(readPactFile(pact), { ...provider, baseUrl: server.baseUrl, close })
  // Whatever takes an answer apart cannot pass on half of one: that says nothing of the mutant.
  const whole = results.filter(({ description }) => !description.includes('ends in the middle'))
  expect(results.length).toBeGreaterThan(20)
  const mismatches = whole.flatMap((one) => one.mismatches.map((text) => `${one.description}: ${text}`))
  return mismatches
}

/** The same request to the simulator itself. */
async function forward(request: Request, baseUrl: string): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const { method } = request
  const headers = new Headers(request.headers)
  for (const name of ['host', 'connection', 'content-length']) headers.delete(name)
  const body = request.body === null ? {} : { body: await request.arrayBuffer() }
  return fetch(`${baseUrl}${pathname}${search}`, { method, headers, redirect: 'manual', ...body })
}
