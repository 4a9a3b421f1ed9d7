import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connector, createConnector } from '../../connector/index.ts'
import { type SimulatorCoordinates, startServer } from './process.ts'
import { atMost, median, type Part, type Row } from './report.ts'

const rounds = 60
/** What a call of a real iCIMS takes at the least, in milliseconds. */
const distance = 50

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** Creating an application, with everything written down, beside the seven calls of it and no more. */
export const actions: Part = {
  name: 'actions',
  async run() {
    const simulator = await startServer<SimulatorCoordinates>('simulator/cli.ts', [
      ...['serve', '--json', '--port', '0', '--quota', 'unlimited', '--people', '200'],
    ])
    const folder = mkdtempSync(join(tmpdir(), 'icims-bench-'))
    const rows: Row[] = []
    for (const wait of [distance, 0]) {
      const away = wait === 0 ? 'from a simulator that answers at once' : `where a call takes ${wait} ms more`
      const { ratio, ours } = await compare(simulator.coordinates, join(folder, `${wait}.db`), wait)
      rows.push(atMost(`an application beside its raw calls, ${away}`, ratio, 1.3, '×', `${ours.toFixed(1)} ms`))
    }
    await simulator.stop()
    rmSync(folder, { recursive: true })
    return rows
  },
}

async function compare(
  coordinates: SimulatorCoordinates,
  database: string,
  wait: number,
): Promise<{ ratio: number; ours: number }> {
  const far: typeof fetch = async (input, init) => {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    return fetch(input, init)
  }
  await using connector = await connect(coordinates, database, far)
  const [integration] = await connector.integrations()
  const { jobId } = await openJob(coordinates)
  const create = (index: number, run: string) => apply(connector, integration!.id, jobId, `${run}${wait}x${index}`)
  for (let index = 0; index < 5; index++) {
    await create(index, 'warm')
    await raw(coordinates, far, jobId, `rawwarm${wait}x${index}`)
  }
  const [ours, theirs]: [number[], number[]] = [[], []]
  // In turns, so that whatever else the machine does meets both.
  for (let index = 0; index < (wait > 0 ? rounds / 3 : rounds); index++) {
    ours.push(await timed(() => create(index, 'ours')))
    theirs.push(await timed(() => raw(coordinates, far, jobId, `raw${wait}x${index}`)))
  }
  return { ratio: median(ours) / median(theirs), ours: median(ours) }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

function applicant(name: string) {
  return { first_name: 'Mara', last_name: 'Lind', email_address: `${name}@example.com` }
}

async function apply(connector: Connector, integrationId: string, jobId: number, name: string): Promise<void> {
  const attachment = { name: 'CV.pdf', content_type: 'application/pdf', data: pdf.toString('base64'), type: 'CV' }
  const response = await connector.fetch(
    new Request(`http://127.0.0.1/v1/ats/jobs/remote:${jobId}/applications`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer key',
        'x-integration-id': `icims:${integrationId}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ candidate: applicant(name), attachments: [attachment] }),
    }),
  )
  const text = await response.text()
  if (response.status !== 200) throw new Error(text)
}

/** The same seven calls, written down nowhere, one after the other; only search and job beside each other. */
async function raw(
  { baseUrl, customerId, basic }: SimulatorCoordinates,
  call: typeof fetch,
  jobId: number,
  name: string,
): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${basic.username}:${basic.password}`).toString('base64')}`
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const isForm = body instanceof FormData
    const json = body === undefined || isForm ? {} : { 'content-type': 'application/json' }
    const sent = isForm ? { body } : { ...(body !== undefined && { body: JSON.stringify(body) }) }
    const url = `${baseUrl}/customers/${customerId}${path}`
    const answer = await call(url, { method, headers: { authorization, ...json }, ...sent })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}.`)
    await answer.text()
    return answer
  }
  const idOf = (answer: Response): string => answer.headers.get('location')!.split('/').at(-1)!
  const email = `${name}@example.com`
  const filter = { name: 'person.email', value: [email], operator: '==' }
  await Promise.all([
    ask('POST', '/search/people?staleness=0', { filters: [filter] }),
    ask('GET', `/jobs/${jobId}?fields=folder`),
  ])
  const person = idOf(await ask('POST', '/people', { firstname: 'Mara', lastname: 'Lind', email }))
  const pair = { baseprofile: jobId, associatedprofile: Number(person) }
  const workflow = idOf(await ask('POST', '/applicantworkflows', pair))
  await ask('GET', `/applicantworkflows/${workflow}`)
  const form = new FormData()
  form.set('file', new File([pdf], 'CV.pdf', { type: 'application/pdf' }))
  await ask('PATCH', `/people/${person}/fields/resume/binary`, form)
  await ask('GET', `/people/${person}`)
}

async function openJob({ baseUrl, customerId, basic }: SimulatorCoordinates): Promise<{ jobId: number }> {
  const authorization = `Basic ${Buffer.from(`${basic.username}:${basic.password}`).toString('base64')}`
  const search = { filters: [{ name: 'job.folder', value: ['D31001'] }] }
  const answer = await fetch(`${baseUrl}/customers/${customerId}/search/jobs?staleness=0`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(search),
  })
  const { searchResults } = (await answer.json()) as { searchResults: { id: number }[] }
  return { jobId: searchResults[0]!.id }
}

function connect(
  { baseUrl, customerId, basic }: SimulatorCoordinates,
  database: string,
  call: typeof fetch,
): Promise<Connector> {
  return createConnector({
    apiKey: 'key',
    database,
    encryptionKey: Buffer.alloc(32, 1).toString('base64'),
    fetch: call,
    limits: { requestsPerMinute: null, concurrentActions: null },
    integrations: [{ customerId: String(customerId), baseUrl, auth: { type: 'basic', ...basic } }],
  })
}
