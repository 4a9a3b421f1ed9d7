import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { UnifiedRecord } from '../../../connector/models/record.ts'
import { openDatabase } from '../../../connector/store/database.ts'
import { describePostgres, openPool } from '../../../connector/store/postgres.ts'
import {
  findOpenRuns,
  finishRun,
  readCheckpoint,
  readCursor,
  saveCheckpoint,
  startRun,
} from '../../../connector/store/runs.ts'
import { addSetAside, listLastSetAside } from '../../../connector/store/set-aside.ts'
import { createStore } from '../../../connector/store/store.ts'
import { databases, testsOn } from '../databases.ts'

const job = (remoteId: string, name: string): UnifiedRecord => ({
  remoteId,
  fields: { name, status: 'OPEN' },
  links: {},
})
const t1 = '2026-01-01T00:00:00.000Z'
const t2 = '2026-01-02T00:00:00.000Z'

for (const database of databases) {
  const onStore = testsOn(database)

  onStore('changed_at moves only when the content of a row does', async (store) => {
    expect(await store.upsert('i', 'ats_jobs', [job('1', 'A'), job('2', 'B')], t1, 'r1')).toEqual({
      created: 2,
      changed: 0,
      unchanged: 0,
    })
    expect(await store.upsert('i', 'ats_jobs', [job('1', 'A'), job('2', 'C'), job('3', 'D')], t2, 'r2')).toEqual({
      created: 1,
      changed: 1,
      unchanged: 1,
    })
    const rows = await store.rows('i', 'ats_jobs')
    expect(rows.map(({ remoteId, fields, changedAt }) => [remoteId, fields.name, changedAt]).sort()).toEqual([
      ['1', 'A', t1],
      ['2', 'C', t2],
      ['3', 'D', t2],
    ])
  })

  onStore('a link that changes is a change of the row', async (store) => {
    const application = (stage: string): UnifiedRecord => ({
      remoteId: '1',
      fields: { outcome: null },
      links: { current_stage_id: stage },
    })
    await store.upsert('i', 'ats_applications', [application('D1')], t1, 'r1')
    expect(await store.upsert('i', 'ats_applications', [application('D2')], t2, 'r2')).toMatchObject({ changed: 1 })
  })

  onStore('rows a full run did not see are deleted once, and back when they are seen again', async (store) => {
    await store.upsert('i', 'ats_jobs', [job('1', 'A'), job('2', 'B')], t1, 'r1')
    await store.upsert('i', 'ats_jobs', [job('1', 'A')], t2, 'r2')
    expect(await store.deleteUnseen('i', 'ats_jobs', 'r2', t2)).toBe(1)
    expect(await store.deleteUnseen('i', 'ats_jobs', 'r2', t2)).toBe(0)
    const deleted = (await store.rows('i', 'ats_jobs')).filter(({ remoteDeletedAt }) => remoteDeletedAt !== null)
    expect(deleted).toMatchObject([{ remoteId: '2', remoteDeletedAt: t2, changedAt: t2 }])
    const t3 = '2026-01-03T00:00:00.000Z'
    expect(await store.upsert('i', 'ats_jobs', [job('2', 'B')], t3, 'r3')).toMatchObject({ changed: 1 })
    expect((await store.rows('i', 'ats_jobs')).find(({ remoteId }) => remoteId === '2')).toMatchObject({
      remoteDeletedAt: null,
      changedAt: t3,
    })
  })

  onStore('a row that is back has come anew, one that changed has not', async (store) => {
    const t3 = '2026-01-03T00:00:00.000Z'
    await store.upsert('i', 'ats_jobs', [job('1', 'A'), job('2', 'B')], t1, 'r1')
    await store.upsert('i', 'ats_jobs', [job('1', 'A')], t2, 'r2')
    await store.deleteUnseen('i', 'ats_jobs', 'r2', t2)
    await store.upsert('i', 'ats_jobs', [job('1', 'C'), job('2', 'B')], t3, 'r3')
    const rows = await store.rows('i', 'ats_jobs')
    expect(Object.fromEntries(rows.map(({ remoteId, columns }) => [remoteId, columns.created_at]))).toEqual({
      1: t1,
      2: t3,
    })
  })

  onStore('of rows that belong to a parent, those it does not have any more are deleted', async (store) => {
    const member = (jobId: string, userId: string): UnifiedRecord => ({
      remoteId: `${jobId} ${userId}`,
      fields: {},
      links: { job_id: jobId, user_id: userId },
    })
    const model = 'ats_join_jobs_users'
    const many = Array.from({ length: 450 }, (_, i) => member('3', String(i)))
    await store.upsert('i', model, [member('1', 'a'), member('1', 'b'), member('2', 'a'), ...many], t1, 'r1')
    await store.upsert('j', model, [member('1', 'b')], t1, 'r1')
    const now = [member('1', 'a'), member('1', 'c')]
    await store.upsert('i', model, now, t2, 'r2')
    expect(await store.deleteOthers('i', model, ['1', '3'], now, t2)).toBe(1 + 450)
    expect(await store.deleteOthers('i', model, ['1', '3'], now, t2)).toBe(0)
    const live = (await store.rows('i', model)).filter(({ remoteDeletedAt }) => remoteDeletedAt === null)
    expect(live.map(({ remoteId }) => remoteId).sort()).toEqual(['1 a', '1 c', '2 a'])
    expect(await store.countLive('j', model)).toBe(1)
  })

  onStore('rows of a parent that could not be read count as seen', async (store) => {
    const member = { remoteId: '1 a', fields: {}, links: { job_id: '1', user_id: 'a' } }
    await store.upsert('i', 'ats_join_jobs_users', [member], t1, 'r1')
    await store.markSeen('i', 'ats_join_jobs_users', ['1'], 'r2')
    expect(await store.deleteUnseen('i', 'ats_join_jobs_users', 'r2', t2)).toBe(0)
    expect(await store.countSeen('i', 'ats_join_jobs_users', 'r2')).toBe(1)
    expect(await store.countSeen('i', 'ats_join_jobs_users', 'r1')).toBe(0)
  })

  onStore('what could not be read counts as seen, in any number', async (store) => {
    const rows = Array.from({ length: 450 }, (_, i) => job(String(i), `Job ${i}`))
    await store.upsert('i', 'ats_jobs', rows, t1, 'r1')
    const unread = rows.slice(1).map(({ remoteId }) => remoteId)
    await store.markSeen('i', 'ats_jobs', unread, 'r2')
    expect(await store.deleteUnseen('i', 'ats_jobs', 'r2', t2)).toBe(1)
    expect(await store.countLive('i', 'ats_jobs')).toBe(449)
    expect(await store.countLive('j', 'ats_jobs')).toBe(0)
  })

  onStore('eleven runs of one moment keep their order', async (store) => {
    for (let i = 1; i <= 11; i++) {
      const run = await startRun(store, 'i', 'DELTA', t1)
      await addSetAside(store, run.id, [{ stream: 'people', remoteId: String(i), reason: 'gone' }], t1)
      const end = { at: t1, message: null, streams: [], knownUpTo: t1 }
      await finishRun(store, run, { ...end, state: 'PARTIALLY_FAILED' })
    }
    expect(await listLastSetAside(store, 'i')).toMatchObject([{ remoteId: '11' }])
  })

  onStore('one integration does not touch the rows of another', async (store) => {
    await store.upsert('a', 'ats_jobs', [job('1', 'A')], t1, 'r1')
    await store.upsert('b', 'ats_jobs', [job('1', 'B')], t1, 'r1')
    await store.deleteUnseen('a', 'ats_jobs', 'r2', t2)
    expect((await store.rows('b', 'ats_jobs'))[0]).toMatchObject({ fields: { name: 'B' }, remoteDeletedAt: null })
  })

  onStore('a thousand rows with one twice are written, the later one counting', async (store) => {
    const rows = Array.from({ length: 1_000 }, (_, i) => job(String(i), `Job ${i}`))
    expect(await store.upsert('i', 'ats_jobs', [...rows, job('7', 'Again')], t1, 'r1')).toMatchObject({
      created: 1_000,
    })
    expect((await store.rows('i', 'ats_jobs')).find(({ remoteId }) => remoteId === '7')?.fields.name).toBe('Again')
  })

  onStore('what fails inside a transaction leaves nothing', async (store) => {
    const failing = store.transaction(async (inner) => {
      await inner.upsert('i', 'ats_jobs', [job('1', 'A')], t1, 'r1')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await store.rows('i', 'ats_jobs')).toEqual([])
  })

  onStore('a run keeps its checkpoints and what it set aside, and promotes its date at its end', async (store) => {
    const run = await startRun(store, 'i', 'FULL', t1)
    await saveCheckpoint(store, run.id, 'people', { lastId: '5', done: false })
    await saveCheckpoint(store, run.id, 'people', { lastId: '9', done: true })
    await addSetAside(store, run.id, [{ stream: 'people', remoteId: '7', reason: 'gone' }], t1)
    expect(await findOpenRuns(store, 'i')).toEqual([run])
    expect(await readCheckpoint(store, run.id, 'people')).toEqual({ lastId: '9', done: true })
    expect(await readCheckpoint(store, run.id, 'jobs')).toEqual({ lastId: '0', done: false })
    expect(await readCursor(store, 'i', 'people')).toBeUndefined()
    const complete = { at: t2, streams: ['people'], knownUpTo: t1 }
    await finishRun(store, run, { ...complete, state: 'PARTIALLY_FAILED', message: 'one' })
    expect(await findOpenRuns(store, 'i')).toEqual([])
    expect(await readCursor(store, 'i', 'people')).toEqual({ value: t1, beganAt: t1 })
    expect(await listLastSetAside(store, 'i')).toEqual([
      { stream: 'people', remoteId: '7', reason: 'gone', isGone: false, since: t1 },
    ])
    const next = await startRun(store, 'i', 'DELTA', t2)
    expect(next.id).not.toBe(run.id)
    expect(await listLastSetAside(store, 'i')).toHaveLength(1)
    await finishRun(store, next, { ...complete, state: 'SUCCEEDED', message: null })
    expect(await listLastSetAside(store, 'i')).toEqual([])
    expect(await listLastSetAside(store, 'j')).toEqual([])
  })
}

test('a database file is for its owner alone, and is refused when a newer version wrote it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-connector-'))
  const file = join(folder, 'rows.db')
  await (await openDatabase(file)).destroy()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await (await openDatabase(file)).destroy()
  const database = new DatabaseSync(file)
  database.exec("INSERT INTO kysely_migration VALUES ('999-later', '2030-01-01')")
  database.close()
  await expect(openDatabase(file)).rejects.toThrow(/newer version of icims-connector/)
  const text = join(folder, 'text.db')
  writeFileSync(text, 'this is no database, but it is long enough to be looked at')
  await expect(openDatabase(text)).rejects.toMatchObject({ name: 'DatabaseError' })
  rmSync(folder, { recursive: true })
})

test.each([
  'postgres://someone:secret@127.0.0.1:1/none',
  'postgres://someone:sec@secret@127.0.0.1:1/none',
  'postgres://:secret@127.0.0.1:1/none',
  'postgres://127.0.0.1:1/none?user=someone&password=secret',
  'POSTGRESQL://someone:secret@127.0.0.1:1/none',
])('a message about %s names host and database, and nothing that signs in', async (address) => {
  const error = await openDatabase(address).catch((caught: unknown) => caught)
  expect(error).toMatchObject({ name: 'DatabaseError', message: expect.stringContaining('none on 127.0.0.1:1') })
  expect(String(error)).not.toMatch(/sec|someone/)
})

test('an address that cannot be taken apart is not shown', () => {
  expect(describePostgres('postgres://someone:secret@/none')).toBe('the PostgreSQL database')
})

test('a server that restarts while nobody asks it anything does not end the process', async () => {
  const pool = await openPool('postgres://127.0.0.1:1/none')
  expect(pool.emit('error', new Error('terminating connection due to administrator command'))).toBe(true)
  await pool.end()
})

test('a write waits for another process that writes the same file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-connector-'))
  const file = join(folder, 'rows.db')
  const store = createStore(await openDatabase(file))
  const holder = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads')
    const database = new (require('node:sqlite').DatabaseSync)(workerData)
    database.exec('BEGIN IMMEDIATE')
    parentPort.postMessage('held')
    setTimeout(() => database.exec('COMMIT'), 300)`,
    { eval: true, workerData: file },
  )
  await once(holder, 'message')
  await store.upsert('i', 'ats_jobs', [job('1', 'A')], t1, 'r1')
  expect(await store.rows('i', 'ats_jobs')).toHaveLength(1)
  await once(holder, 'exit')
  await store.close()
  rmSync(folder, { recursive: true })
})

test('a transaction that reads before it writes cannot be overtaken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-connector-'))
  const file = join(folder, 'rows.db')
  const store = createStore(await openDatabase(file))
  const other = new DatabaseSync(file)
  await store.transaction(async (inner) => {
    await inner.rows('i', 'ats_jobs')
    expect(() => other.exec("INSERT INTO integration (id, data) VALUES ('i', '{}')")).toThrow('locked')
    await inner.upsert('i', 'ats_jobs', [job('1', 'A')], t1, 'r1')
  })
  other.exec("INSERT INTO integration (id, data) VALUES ('i', '{}')")
  other.close()
  await store.close()
  rmSync(folder, { recursive: true })
})
