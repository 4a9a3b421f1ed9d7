import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { createIcimsClient } from '../../../connector/icims/client.ts'
import { defaultScopes, parseMappingSettings, parseSyncSettings } from '../../../connector/settings.ts'
import type { Row } from '../../../connector/store/schema.ts'
import type { Store } from '../../../connector/store/store.ts'
import { trackCreated } from '../../../connector/store/tracked.ts'
import { type SyncSummary, syncIntegration } from '../../../connector/sync/sync.ts'
import { announceSyncEnd } from '../../../connector/webhooks/announce.ts'
import { createFrozenClock, type Simulator } from '../../../simulator/index.ts'
import { asFetch, callIcims, createTenant, originOf } from '../../tenant.ts'
import { createDoomed } from './doomed.ts'

const hour = 3_600_000
/** Of the steps at which a sync may be cut off, one in so many is tried. */
const every = Number(process.env.CRASH_EVERY ?? 41)

const folder = mkdtempSync(join(tmpdir(), 'icims-crash-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What tells of runs and not of iCIMS: a run that was cut off has another history than one that was not. */
const history = ['sync_run', 'run_count', 'checkpoint', 'set_aside', 'sync_lease', 'webhook_event', 'webhook_delivery']
/** When something was written, and by which run. */
const moments = ['created_at', 'changed_at', 'seen_run', 'since', 'tracked_at', 'value', 'began_at']

type Rows = Readonly<Record<string, readonly Row[]>>
type Attempt = { file: string; now: number; type: 'FULL' | 'DELTA'; last?: number }
type Scenario = { simulator: Simulator; answer: typeof fetch; sync?: object }

/** One process that syncs: what it stored, and how far it came. */
async function attempt(
  { simulator, answer, sync = {} }: Scenario,
  { file, now, type, last = Number.POSITIVE_INFINITY }: Attempt,
): Promise<{ summary: SyncSummary | undefined; steps: number; isDead: boolean }> {
  const doomed = await createDoomed(file, answer, last)
  const clock = { now: () => new Date(now), sleep: async () => {} }
  const { customerId, users } = simulator.coordinates
  const { username, password } = users[1]!
  const client = createIcimsClient({
    customerId: String(customerId),
    baseUrl: originOf(simulator),
    auth: { type: 'basic', username, password },
    fetch: doomed.fetch,
    clock,
    tries: 1,
  })
  const integration = { id: 'i', settings, sync: parseSyncSettings(sync), scopes: defaultScopes }
  const options = { integration, store: doomed.store, client, clock, type, concurrency: 3, pageSize: 4 }
  const summary = await syncIntegration({ ...options, onEnd: announceSyncEnd }).catch((error: Error) => {
    if (!doomed.isDead) throw error
    return undefined
  })
  await doomed.store.close()
  return { summary, steps: doomed.steps, isDead: doomed.isDead }
}

const settings = parseMappingSettings({
  portals: [{ id: '1' }],
  screeningForm: 'Application_Questions',
  stages: [{ id: 'C2040', name: 'Hired' }],
})

/** Every row of every table that is not history. */
async function rowsOf(file: string): Promise<Rows> {
  const { store } = await createDoomed(file, fetch, Number.POSITIVE_INFINITY)
  const tables = await namesOf(store)
  const rows = await Promise.all(
    tables.map(async (table) => [table, await store.database.selectFrom(table).selectAll().execute()] as const),
  )
  await store.close()
  return Object.fromEntries(rows)
}

async function namesOf({ database }: Store): Promise<string[]> {
  const query = sql<{ name: string }>`select name from sqlite_schema where type = 'table' order by name`
  const names = (await query.execute(database)).rows.map(({ name }) => name)
  return names.filter((name) => !history.includes(name) && !/^(sqlite|kysely)_/.test(name))
}

/** Rows without the moments of their writing, in an order of their own. */
function contentOf(rows: Rows): Record<string, string[]> {
  const content = ({ remote_deleted_at, ...row }: Row): string =>
    JSON.stringify({
      ...Object.fromEntries(Object.entries(row).filter(([name]) => !moments.includes(name))),
      isDeleted: remote_deleted_at != null,
    })
  return Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.map(content).sort()]))
}

/** How a run ended, and what it could not read. */
function endOf(summary: SyncSummary | undefined) {
  return {
    state: summary?.state,
    setAside: summary?.setAside.map(({ stream, remoteId, reason }) => `${stream} ${remoteId} ${reason}`),
  }
}

/** Rows whose `changed_at` is another one although their content is the same. */
function movedWithoutChange(before: Rows, after: Rows): Row[] {
  return Object.entries(after).flatMap(([table, list]) => {
    const known = new Map((before[table] ?? []).map((row) => [`${row.integration_id} ${row.id}`, row]))
    return list.filter((row) => {
      const was = known.get(`${row.integration_id} ${row.id}`)
      const isSame = was?.hash === row.hash && (was?.remote_deleted_at === null) === (row.remote_deleted_at === null)
      return was !== undefined && row.changed_at !== undefined && isSame && was.changed_at !== row.changed_at
    })
  })
}

/** Answers as the tenant does, asking it once for each: it does not change while it is synced again and again. */
function remembering(simulator: Simulator, instead: (path: string) => Response | undefined = () => undefined) {
  const known = new Map<string, { status: number; headers: Headers; text: string }>()
  return asFetch(async (request) => {
    const key = `${request.method} ${request.url} ${await request.clone().text()}`
    if (!known.has(key)) {
      const answer = await (instead(new URL(request.url).pathname) ?? simulator.fetch(request))
      known.set(key, { status: answer.status, headers: answer.headers, text: await answer.text() })
    }
    const { text, ...init } = known.get(key)!
    return new Response(text, init)
  })
}

/**
 * Cuts a sync off at its steps, one after the other, starts again each time, and compares with the one that was left alone.
 *
 * @param begin the database to start from.
 */
async function cutOffEverywhere(
  scenario: Scenario,
  begin: string,
  type: 'FULL' | 'DELTA',
  now: number,
): Promise<SyncSummary> {
  const whole = join(folder, 'whole.db')
  const cut = join(folder, 'cut.db')
  const start = (file: string): void => {
    for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true })
    copyFileSync(begin, file)
  }
  start(whole)
  const { steps, summary } = await attempt(scenario, { file: whole, now, type })
  const expected = contentOf(await rowsOf(whole))
  const base = await rowsOf(begin)
  expect(summary?.type).toBe(type)
  for (let last = 1; last <= steps; last += every) {
    start(cut)
    const first = await attempt(scenario, { file: cut, now, type, last })
    expect(first.isDead, `step ${last} of ${steps}`).toBe(true)
    const left = await rowsOf(cut)
    const again = await attempt(scenario, { file: cut, now: now + hour, type })
    const rows = await rowsOf(cut)
    const where = `after step ${last} of ${steps}`
    expect(endOf(again.summary), where).toEqual(endOf(summary))
    expect(contentOf(rows), where).toEqual(expected)
    expect(movedWithoutChange(left, rows), where).toEqual([])
    expect(movedWithoutChange(base, rows), where).toEqual([])
  }
  return summary!
}

/** An empty database, as the connector makes it. */
async function emptyDatabase(name: string): Promise<string> {
  const file = join(folder, name)
  const { store } = await createDoomed(file, fetch, Number.POSITIVE_INFINITY)
  await store.close()
  return file
}

/** A tenant that was synced, and what has happened to it in the hour since. */
async function changedTenant() {
  const clock = createFrozenClock()
  const simulator = await createTenant({ people: 18, clock })
  // The story ends on the first day.
  clock.advance(48 * hour)
  const file = await emptyDatabase(`synced-${clock.now()}.db`)
  const first = await attempt(
    { simulator, answer: asFetch((request) => simulator.fetch(request)) },
    { file, now: clock.now(), type: 'FULL' },
  )
  expect(first.summary).toMatchObject({ state: 'SUCCEEDED' })
  clock.advance(hour)
  const { store } = simulator.tenant
  const workflows = [...store.each('applicantworkflow')]
  const [one, other] = [...new Set(workflows.map(({ data }) => Number(data.associatedprofile)))]
  const change = async (path: string, body: object) => {
    const { status } = await callIcims(simulator, 'PATCH', path, body)
    expect(status, path).toBe(204)
  }
  for (const id of [10, 11, 12, 13, 14]) await change(`/people/${id}`, { lastname: `Changed ${id}` })
  await change(`/people/${one}`, { firstname: `Merged with ${other} - 1/16/2026` })
  await change('/jobs/1001', { recruiter: 1, hiringmanager: 1, jobtitle: 'Changed' })
  for (const { id } of workflows.slice(0, 6)) await change(`/applicantworkflows/${id}`, { status: { id: 'C2040' } })
  clock.advance(hour)
  return { simulator, file, now: clock.now(), one, other, workflows }
}

const down = (path: string): Response | undefined =>
  path.endsWith('/people/12') ? new Response('', { status: 500 }) : undefined

test('wherever the first sync is cut off, the next start ends with the same store', async () => {
  await using simulator = await createTenant({ people: 18 })
  const now = simulator.tenant.clock.now()
  const scenario = { simulator, answer: remembering(simulator, down) }
  await cutOffEverywhere(scenario, await emptyDatabase('empty.db'), 'FULL', now)
})

test('wherever a delta is cut off, the next start ends with the same store', async () => {
  const { simulator, file, now } = await changedTenant()
  await using _ = simulator
  const gone = (path: string) =>
    path.endsWith('/people/14') ? Response.json({ errors: [] }, { status: 404 }) : down(path)
  const { counts } = await cutOffEverywhere({ simulator, answer: remembering(simulator, gone) }, file, 'DELTA', now)
  expect(counts).toMatchObject({ ats_candidates: { changed: 3, deleted: 1 }, ats_join_jobs_users: { deleted: 1 } })
})

test('wherever a full sync that finds deletions is cut off, the next start ends with the same store', async () => {
  const { simulator, file, now, workflows } = await changedTenant()
  await using _ = simulator
  const { store } = simulator.tenant
  store.remove('person', 15)
  store.remove('job', 1_002)
  for (const { id } of workflows.slice(-3)) store.remove('applicantworkflow', id)
  const { counts } = await cutOffEverywhere({ simulator, answer: remembering(simulator, down) }, file, 'FULL', now)
  expect(counts).toMatchObject({
    ats_candidates: { deleted: 2 },
    ats_jobs: { deleted: 1 },
    ats_applications: { deleted: 3 },
  })
})

test('wherever a sync of created applications alone is cut off, the next start ends with the same store', async () => {
  const { simulator, file, now, workflows } = await changedTenant()
  await using _ = simulator
  const tracked = join(folder, 'tracked.db')
  copyFileSync(file, tracked)
  const { store } = await createDoomed(tracked, fetch, Number.POSITIVE_INFINITY)
  for (const { id } of workflows.slice(0, 5)) await trackCreated(store, 'i', { workflowId: String(id) }, 'then')
  await store.close()
  const scenario = { simulator, answer: remembering(simulator), sync: { createdOnly: true } }
  const { counts } = await cutOffEverywhere(scenario, tracked, 'FULL', now)
  expect(counts.ats_candidates.deleted).toBeGreaterThan(10)
})
