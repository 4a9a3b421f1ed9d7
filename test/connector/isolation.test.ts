import { type Dialect, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { integrationTables } from '../../connector/store/integration.ts'
import { openSqlite } from '../../connector/store/sqlite.ts'
import { databases } from './databases.ts'
import { call, createTwoCustomers } from './two-customers.ts'

/** Every path of the unified API that can be read. */
async function readPaths(connector: { fetch(request: Request): Promise<Response> }, key: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${key}` }
  const document = await connector.fetch(new Request('http://127.0.0.1/v1/openapi.json', { headers }))
  const { paths } = (await document.json()) as { paths: Record<string, object> }
  return Object.entries(paths).flatMap(([path, methods]) => ('get' in methods ? [path.replace(/^\/v1/, '')] : []))
}

for (const { name, open } of databases) {
  test(`${name}: no key reads another environment's data`, async () => {
    await using both = await createTwoCustomers(await open())
    const { connector, one, two } = both
    await connector.sync(one.integrationId)
    await connector.sync(two.integrationId)
    const lists = (await readPaths(connector, one.key)).filter((path) => /^\/ats\/[a-z-]+$/.test(path))
    expect(lists.length).toBeGreaterThanOrEqual(4)
    for (const list of lists) {
      const mine = await one.api(`${list}?page_size=250&include_deleted=true`)
      const theirs = await two.api(`${list}?page_size=250&include_deleted=true`)
      expect([mine.status, theirs.status], list).toEqual([200, 200])
      const crossed = await call(connector, one.key, two.integrationId, list)
      expect(crossed, list).toMatchObject({ status: 404, body: { error: { code: 'PLATFORM.INTEGRATION_NOT_FOUND' } } })
      const rows: { id: string }[] = theirs.body.data.results
      if (rows.length === 0) continue
      // Their ids filter and page nothing of theirs into my answers, and stand nowhere in them.
      const ids = rows.map(({ id }) => id)
      expect((await one.api(`${list}?ids=${ids.slice(0, 50).join(',')}`)).body.data.results, list).toEqual([])
      const text = JSON.stringify(mine.body)
      expect(
        ids.filter((id) => text.includes(id)),
        list,
      ).toEqual([])
    }
    const their = (await two.api('/ats/applications')).body.data.results[0]
    for (const filter of [`job_ids=${their.job_id}`, `current_stage_ids=${their.current_stage_id}`]) {
      expect((await one.api(`/ats/applications?${filter}`)).body.data.results).toEqual([])
    }
    expect((await one.api(`/ats/candidates?job_ids=${their.job_id}`)).body.data.results).toEqual([])
    const forced = await call(connector, one.key, two.integrationId, '/force-sync', { method: 'POST' })
    expect(forced.status).toBe(404)
    expect((await one.api('/check-api-key')).body.data).toEqual({ environment_id: 'production' })
    expect((await two.api('/check-api-key')).body.data).toEqual({ environment_id: 'staging' })
  })
}

test('every statement about rows of integrations is bound to one integration', async () => {
  const statements: string[] = []
  const database = await openSqlite(':memory:')
  const dialect: Dialect = new SqliteDialect({
    database: {
      ...database,
      prepare(sql) {
        statements.push(sql)
        return database.prepare(sql)
      },
    },
  })
  await using both = await createTwoCustomers(dialect)
  const { connector, one } = both
  statements.length = 0
  await connector.sync(one.integrationId)
  await connector.sync(one.integrationId)
  await connector.sync(one.integrationId, { type: 'DELTA' })
  for (const list of (await readPaths(connector, one.key)).filter((path) => /^\/ats\/[a-z-]+$/.test(path))) {
    await one.api(`${list}?updated_after=2026-01-01&ids=1&remote_ids=1&cursor=`)
    await one.api(`${list}?updated_after=2000-01-01&include_deleted=true`)
    for (const more of ['job_ids=1', 'job_remote_ids=1', 'current_stage_ids=1', 'email=a', 'emails=a', 'scopes=JOB']) {
      await one.api(`${list}?${more}`)
    }
  }
  await connector.administration.removeIntegration(one.integrationId)
  const unbound = [...new Set(statements)].filter((sql) => {
    const touched = integrationTables.flatMap((table) => [
      ...sql.matchAll(new RegExp(`(?:from|join|update) "${table}"`, 'g')),
    ])
    const bound = [...sql.matchAll(/"integration_id" = /g)]
    // Runs are also found by their own id, which holds the integration's.
    return touched.length > bound.length && !/(?:from|update) "sync_run" .*where "id" (=|in)/.test(sql)
  })
  expect(unbound).toEqual([])
  expect(statements.filter((sql) => sql.includes('"ats_jobs"')).length).toBeGreaterThan(5)
})
