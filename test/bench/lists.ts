import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { toCursor } from '../../connector/api/cursor.ts'
import { type Connector, createConnector } from '../../connector/index.ts'
import { finishRun, startRun } from '../../connector/store/runs.ts'
import { streams } from '../../connector/sync/streams.ts'
import { atMost, median, type Part, type Row } from './report.ts'

const few = 10_000
const many = 1_000_000
const rounds = 60
const old = '2026-01-01T00:00:00.000Z'
const recent = '2026-04-01T00:00:00.000Z'

/** Pages that are timed; a hundred rows each. Of every size of tenant five hundred people changed lately. */
const pages = {
  'first page': 'page_size=100',
  'deep page': `page_size=100&cursor=${toCursor('9555')}`,
  'what changed lately': 'page_size=100&updated_after=2026-03-01',
  'what changed ever': `page_size=100&updated_after=2025-01-01&cursor=${toCursor('9555')}`,
  'one address': 'email=p777%40example.com',
}

/** Pages of the unified API at 10,000 and at 1,000,000 stored candidates, on SQLite and, where one is named, on PostgreSQL. */
export const lists: Part = {
  name: 'lists',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'icims-bench-'))
    const rows: Row[] = []
    const url = process.env.TEST_POSTGRES_URL
    rows.push(...(await compare('SQLite', (size) => join(folder, `${size}.db`))))
    if (url !== undefined) rows.push(...(await compare('PostgreSQL', (size) => schemaOf(url, size))))
    rmSync(folder, { recursive: true })
    return rows
  },
}

async function compare(engine: string, address: (size: number) => string | Promise<string>): Promise<Row[]> {
  const small = await timePages(await address(few), few)
  const large = await timePages(await address(many), many)
  return (Object.keys(pages) as (keyof typeof pages)[]).map((page) =>
    atMost(
      `${engine}, ${page} of candidates at ${many}`,
      large[page] / small[page],
      3,
      `× that at ${few}`,
      `${large[page].toFixed(1)} ms`,
    ),
  )
}

async function timePages(database: string, people: number): Promise<Record<keyof typeof pages, number>> {
  const auth = { type: 'basic', username: 'u', password: 'p' } as const
  await using connector = await createConnector({
    apiKey: 'key',
    database,
    encryptionKey: Buffer.alloc(32, 1).toString('base64'),
    limits: { requestsPerMinute: null, concurrentActions: null },
    integrations: [{ customerId: '1', baseUrl: 'https://api.icims.com', auth }],
  })
  const [integration] = await connector.integrations()
  await fill(connector, integration!.id, people)
  const ask = async (query: string): Promise<number> => {
    const headers = { authorization: 'Bearer key', 'x-integration-id': `icims:${integration!.id}` }
    const before = performance.now()
    const response = await connector.fetch(new Request(`http://127.0.0.1/v1/ats/candidates?${query}`, { headers }))
    await response.text()
    if (response.status !== 200) throw new Error(`${query} answered ${response.status}.`)
    return performance.now() - before
  }
  const times = {} as Record<keyof typeof pages, number>
  for (const [page, query] of Object.entries(pages)) {
    for (let i = 0; i < 5; i++) await ask(query)
    const measured: number[] = []
    for (let i = 0; i < rounds; i++) measured.push(await ask(query))
    times[page as keyof typeof pages] = median(measured)
  }
  return times
}

/** People with an application each, written by the database itself. */
async function fill({ store }: Connector, integrationId: string, people: number): Promise<void> {
  const insert = (table: string, fields: object, columns: string, values: string): Promise<unknown> =>
    sql`with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ${sql.lit(people - 1)})
      insert into ${sql.table(table)}
        (integration_id, id, remote_id, hash, created_at, seen_run, changed_at, fields, ${sql.raw(columns)})
      select ${sql.lit(integrationId)}, '9' || n, '' || n, '', ${sql.lit(old)}, '',
        case when n % ${sql.lit(people / 500)} = 0 then ${sql.lit(recent)} else ${sql.lit(old)} end,
        ${sql.lit(JSON.stringify(fields))}, ${sql.raw(values)}
      from numbers`.execute(store.database)
  const person = {
    first_name: 'Ann',
    last_name: 'Lindqvist',
    email_addresses: [],
    title: 'x'.repeat(700),
    integration_fields: [],
  }
  await insert(
    'ats_candidates',
    person,
    'first_name_folded, last_name_folded, email_folded',
    "'first ' || (n % 500), 'name ' || (n % 1000), 'p' || n || '@example.com'",
  )
  const application = { outcome: null, remote_created_at: old }
  await insert(
    'ats_applications',
    application,
    'candidate_id, job_id, current_stage_id',
    "'9' || n, 'j' || (n % 5000), 'D' || (n % 20)",
  )
  if (store.database.getExecutor().adapter.constructor.name.startsWith('Postgres')) {
    await sql`analyze`.execute(store.database)
  }
  const run = await startRun(store, integrationId, 'FULL', old)
  await finishRun(store, run, {
    state: 'SUCCEEDED',
    at: old,
    message: null,
    streams: streams.map(({ name }) => name),
    knownUpTo: old,
  } as never)
}

async function schemaOf(url: string, size: number): Promise<string> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`drop schema if exists bench_${size} cascade; create schema bench_${size}`)
  await client.end()
  return `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c search_path=bench_${size}`)}`
}
