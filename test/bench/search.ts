import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SimulatorCoordinates, startServer } from './process.ts'
import { atMost, median, type Part, type Row } from './report.ts'

const people = 100_000
const rounds = 40

/** A text field of the customer's own, filled for most people. */
const tenant = `customFields:
  person:
    - { name: field10001, kind: text, backendId: 4001, max: 64, examples: [Spring fair, Night shift, Relocation, Alumni day] }
`

/** One search, by POST and live, and how much longer than a GET of a person it may take. */
type Case = { what: string; path: string; filters: readonly object[]; most: number }

/** Searches of 100,000 people and 250,000 workflows, each beside a GET of a person in the same run; and the memory. */
export const search: Part = {
  name: 'search',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'icims-bench-'))
    const file = join(folder, 'tenant.yaml')
    writeFileSync(file, tenant)
    const args = [
      'serve',
      '--json',
      '--port',
      '0',
      '--quota',
      'unlimited',
      '--people',
      String(people),
      '--tenant',
      file,
    ]
    // The first start makes the world, the second opens it.
    await (await startServer('simulator/cli.ts', args)).stop()
    const server = await startServer<SimulatorCoordinates>('simulator/cli.ts', args)
    const { baseUrl, customerId, basic } = server.coordinates
    const memory = memoryOf(server.pid)
    const headers = {
      authorization: `Basic ${btoa(`${basic.username}:${basic.password}`)}`,
      'content-type': 'application/json',
    }
    const call = async (path: string, body?: object): Promise<Record<string, unknown>> => {
      const response = await fetch(`${baseUrl}/customers/${customerId}${path}`, {
        headers,
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      })
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
      return (await response.json()) as Record<string, unknown>
    }
    const person = await call('/people/50000?fields=email,updateddate')
    const day = String(person.updateddate).slice(0, 10)
    const window = { value: [`${day} 12:00 AM`], secondaryValue: [`${day} 11:59 PM`] }
    const cases: readonly Case[] = [
      { what: 'people of one day', path: 'people', filters: [{ name: 'person.updateddate', ...window }], most: 30 },
      {
        what: 'workflows of one day',
        path: 'applicantworkflows',
        filters: [{ name: 'applicantworkflow.updateddate', ...window }],
        most: 30,
      },
      {
        what: 'a person by e-mail',
        path: 'people',
        filters: [{ name: 'person.email', value: [person.email], operator: '==' }],
        most: 30,
      },
      {
        what: 'a page of people after an id',
        path: 'people',
        filters: [{ name: 'person.id', value: ['50000'], operator: '>' }],
        most: 30,
      },
      {
        what: 'a page of workflows after an id',
        path: 'applicantworkflows',
        filters: [{ name: 'applicantworkflow.id', value: ['100000'], operator: '>' }],
        most: 30,
      },
      {
        what: 'contains on a custom text field',
        path: 'people',
        filters: [{ name: 'person.customfield4001.text', value: ['no such words'] }],
        most: 300,
      },
    ]
    const floor: number[] = []
    const times = cases.map((): number[] => [])
    for (let round = 0; round < rounds; round++) {
      floor.push(await time(() => call(`/people/${1_000 + round * 17}`)))
      for (const [i, { path, filters }] of cases.entries()) {
        times[i]!.push(await time(() => call(`/search/${path}?staleness=0`, { filters })))
      }
    }
    await server.stop()
    rmSync(folder, { recursive: true })
    const get = median(floor)
    const rows = cases.map(
      ({ what, most }, i): Row =>
        atMost(
          `search, ${what}`,
          median(times[i]!) / get,
          most,
          '×',
          `${median(times[i]!).toFixed(1)} ms, a GET takes ${get.toFixed(2)} ms`,
        ),
    )
    return [...rows, atMost('memory after start', memory, 250, 'MB')]
  },
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

/** What a process holds, in MB; Linux tells. */
function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1024
}
