import { type Dialect, PGliteDialect, SqliteDialect, sql } from 'kysely'
import { expect, test } from 'vitest'
import { toCursor } from '../../../connector/api/cursor.ts'
import { toUnifiedId } from '../../../connector/store/id.ts'
import { openSqlite } from '../../../connector/store/sqlite.ts'
import { createPair, type Pair } from '../../pair.ts'
import { openPglite } from '../databases.ts'

const people = 20_000
const old = '2026-01-01T00:00:00.000Z'
const recent = '2026-04-01T00:00:00.000Z'

/** A database that remembers what it was asked, and how it would find that. */
type Watched = {
  dialect: Dialect
  asked: { sql: string; parameters: unknown[] }[]
  explain(one: number): Promise<string>
  /** Lets the engine count its rows. */
  count(): Promise<unknown>
}

async function watchSqlite(): Promise<Watched> {
  const database = await openSqlite(':memory:')
  const asked: Watched['asked'] = []
  const prepare = (sql: string) => {
    const statement = database.prepare(sql)
    return {
      ...statement,
      all(parameters: readonly unknown[]) {
        asked.push({ sql, parameters: [...parameters] })
        return statement.all(parameters)
      },
    }
  }
  const dialect = new SqliteDialect({ database: { close: () => database.close(), prepare } as never })
  return {
    dialect,
    asked,
    count: async () => {},
    explain: async (one) => {
      const { sql, parameters } = asked[one]!
      const rows = database.prepare(`explain query plan ${sql}`).all(parameters) as { detail: string }[]
      return rows.map(({ detail }) => detail).join('\n')
    },
  }
}

async function watchPostgres(): Promise<Watched> {
  const pglite = await openPglite()
  const query = pglite.query.bind(pglite)
  const asked: Watched['asked'] = []
  pglite.query = (async (sql: string, parameters: unknown[], options: never) => {
    asked.push({ sql, parameters })
    return query(sql, parameters, options)
  }) as never
  return {
    dialect: new PGliteDialect({ pglite }),
    asked,
    // Its server does so by itself, by and by.
    count: () => query('analyze'),
    explain: async (one) => {
      const { sql, parameters } = asked[one]!
      const { rows } = await query(`explain ${sql}`, parameters)
      return (rows as { 'QUERY PLAN': string }[]).map((row) => row['QUERY PLAN']).join('\n')
    },
  }
}

/** An id of base58 made of a number, in SQL. */
const id = "substr('9' || replace('' || n, '0', 'z') || 'xxxxxxxxxxxxxxxxxxxxxxxx', 1, 24)"

/** People with an application each, of whom a few changed lately. Written by the engine itself, which is faster by far. */
async function fill({ connector: { store }, integrationId }: Pair): Promise<void> {
  const { database } = store
  // As wide as a row is.
  const fields = JSON.stringify({ title: 'x'.repeat(800) })
  const insert = (table: string, columns: string, values: string): Promise<unknown> =>
    sql`with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ${sql.lit(people - 1)})
      insert into ${sql.table(table)}
        (integration_id, id, remote_id, hash, created_at, seen_run, changed_at, fields, ${sql.raw(columns)})
      select ${sql.lit(integrationId)}, ${sql.raw(id)}, '' || n, '', ${sql.lit(old)}, '',
        case when n % 1000 = 0 then ${sql.lit(recent)} else ${sql.lit(old)} end, ${sql.lit(fields)}, ${sql.raw(values)}
      from numbers`.execute(database)
  await insert(
    'ats_candidates',
    'first_name_folded, last_name_folded, email_folded',
    "'first ' || (n % 500), 'name ' || (n % 1000), 'p' || n || '@example.com'",
  )
  const own = (remoteId: string) => `'${toUnifiedId(integrationId, remoteId)}'`
  await insert(
    'ats_applications',
    'candidate_id, job_id, current_stage_id, outcome',
    `${id}, case when n % 600 = 5 then ${own('j5')} else 'j' || (n % 600) end, 'D' || (n % 10), case when n % 1000 = 0 then 'HIRED' end`,
  )
  const named = ['5', '6'].map((remoteId) => ({ remoteId, links: {}, fields: {} }))
  await store.upsert(integrationId, 'ats_candidates', named, old, '')
}

const walk = { SQLite: 'autoindex_$_1 (integration_id=?)', PostgreSQL: '$_key' }
const go = { SQLite: 'autoindex_$_1 (integration_id=? AND id>?)', PostgreSQL: '$_key' }
const lookUp = { SQLite: 'autoindex_$_1 (integration_id=? AND id=?)', PostgreSQL: '$_key' }
const theirs = (table: string) => ({
  SQLite: `autoindex_${table}_1 (integration_id=? AND id=?)`,
  PostgreSQL: `${table}_key`,
})
const both = (text: string) => ({ SQLite: text, PostgreSQL: text })
const tests: readonly [string, string, readonly Record<'SQLite' | 'PostgreSQL', string>[]][] = [
  ['candidates', '', [walk]],
  ['candidates', 'cursor=C', [go]],
  [
    'candidates',
    'updated_after=2026-03-01',
    [lookUp, both('ats_candidates_changed_at'), both('ats_applications_changed_at')],
  ],
  ['candidates', 'updated_after=2025-01-01&cursor=C', [go, both('ats_applications_candidate_id')]],
  ['candidates', 'email=P77@example.com', [both('ats_candidates_email_folded')]],
  ['candidates', 'last_name=name 77', [both('ats_candidates_last_name_folded')]],
  ['candidates', 'first_name=first 77', [both('ats_candidates_first_name_folded')]],
  ['candidates', 'job_ids=J', [lookUp, both('ats_applications_job_id')]],
  ['candidates', 'remote_ids=5,6', [lookUp]],
  ['applications', '', [walk]],
  ['applications', 'cursor=C', [go]],
  [
    'applications',
    'updated_after=2026-03-01',
    [lookUp, both('ats_candidates_changed_at'), both('ats_applications_candidate_id')],
  ],
  ['applications', 'updated_after=2025-01-01&cursor=C', [go, theirs('ats_candidates')]],
  ['applications', 'job_ids=J', [both('ats_applications_job_id')]],
  ['applications', 'job_remote_ids=j5', [both('ats_applications_job_id')]],
  ['applications', 'outcomes=HIRED', [both('ats_applications_outcome')]],
]

test.each([
  ['SQLite', watchSqlite],
  ['PostgreSQL', watchPostgres],
] as const)('%s finds every page by an index', async (engine, watch) => {
  const watched = await watch()
  await using pair = await createPair({ simulator: { people: 0 }, connector: { database: watched.dialect } })
  await pair.connector.sync(pair.integrationId)
  await fill(pair)
  await watched.count()
  const own = (remoteId: string) => toUnifiedId(pair.integrationId, remoteId)
  for (const [list, filter, indexes] of tests) {
    watched.asked.length = 0
    const query = filter.replace('=C', `=${toCursor('8')}`).replace('=J', `=${own('j5')}`)
    const { body } = await pair.api(`/ats/${list}?page_size=50&${query}`)
    expect(body.data.results.length, `${list} ${filter}`).toBeGreaterThan(0)
    const table = `ats_${list}`
    const statements = watched.asked
      .map(({ sql }, one) => ({ sql, one }))
      .filter(({ sql }) => /"ats_(candidates|applications)"/.test(sql))
    const plans = await Promise.all(statements.map(async ({ sql, one }) => ({ sql, plan: await watched.explain(one) })))
    const page = plans.find(({ sql }) => sql.includes(`order by "${table}"."id"`))!
    for (const index of indexes) expect(page.plan, `${list} ${filter}`).toContain(index[engine].replace('$', table))
    expect(page.plan, `${list} ${filter}`).not.toMatch(/\bSCAN\b|Seq Scan on ats_(candidates|applications)/)
    // What is nested in a page is never looked for among all rows.
    for (const { sql, plan } of plans.filter(({ sql }) => / in \(/.test(sql) && !sql.includes('order by'))) {
      expect(plan, sql).not.toMatch(/\bSCAN\b|Seq Scan on ats_(candidates|applications)|\(integration_id=\?\)$/m)
    }
  }
})
