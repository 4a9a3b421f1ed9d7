import { expect } from 'vitest'
import { toUnifiedId } from '../../../connector/store/id.ts'
import { findPrimaries, noteMerge } from '../../../connector/store/merges.ts'
import { deleteGone, dropOutside } from '../../../connector/store/outside.ts'
import { emptyDeleted, moveApplications, takeOutFields } from '../../../connector/store/rewrite.ts'
import { finishRun, startRun } from '../../../connector/store/runs.ts'
import { addSetAside, clearSetAside, listUnread, setAsideChunks } from '../../../connector/store/set-aside.ts'
import {
  adoptApplications,
  keepTracked,
  listNewTracked,
  listTracked,
  moveTracked,
  noteTrackedPeople,
  noteTrackedRead,
  trackCreated,
} from '../../../connector/store/tracked.ts'
import { databases, testsOn } from '../databases.ts'

const t1 = '2026-01-01T00:00:00.000Z'
const t2 = '2026-01-02T00:00:00.000Z'
const t3 = '2026-01-03T00:00:00.000Z'

const candidate = (remoteId: string, last_name = `Name ${remoteId}`) => ({
  remoteId,
  links: {},
  fields: { first_name: 'Ann', last_name, integration_fields: [{ key: 'k' }] },
})
const application = (remoteId: string, candidate_id: string) => ({
  remoteId,
  links: { candidate_id, job_id: '1', current_stage_id: 'D1' },
  fields: { outcome: 'PENDING' },
})

for (const database of databases) {
  const onStore = testsOn(database)

  onStore('tracked ids come in the order of their numbers, each once, those of one integration', async (store) => {
    expect(await adoptApplications(store, 'i', ['10', '9', '100', '9'], t1)).toBe(3)
    expect(await adoptApplications(store, 'i', ['9', '11'], t1)).toBe(1)
    await trackCreated(store, 'i', { workflowId: '12', personId: '5' }, t1)
    await adoptApplications(store, 'j', ['1'], t1)
    expect(await listTracked(store, 'i', 'workflow_id', '0', 10)).toEqual(['9', '10', '11', '12', '100'])
    expect(await listTracked(store, 'i', 'workflow_id', '9', 2)).toEqual(['10', '11'])
    expect(await keepTracked(store, 'i', 'workflow_id', ['1', '9', '100'])).toEqual(['9', '100'])
    expect(await keepTracked(store, 'i', 'workflow_id', [])).toEqual([])
    expect(await listTracked(store, 'i', 'person_id', '0', 10)).toEqual(['5'])
  })

  onStore('what is tracked is new until it was read, and a person is when it is another one', async (store) => {
    await adoptApplications(store, 'i', ['1', '2'], t1)
    await noteTrackedRead(store, 'i', 'workflow_id', ['1'])
    expect(await listNewTracked(store, 'i', 'workflow_id')).toEqual(['2'])
    await noteTrackedPeople(store, 'i', [
      { workflowId: '1', personId: '7' },
      { workflowId: '3', personId: '8' },
    ])
    expect(await listNewTracked(store, 'i', 'person_id')).toEqual(['7'])
    await noteTrackedRead(store, 'i', 'person_id', ['7'])
    await noteTrackedPeople(store, 'i', [{ workflowId: '1', personId: '7' }])
    expect(await listNewTracked(store, 'i', 'person_id')).toEqual([])
    await moveTracked(store, 'i', '7', '9')
    expect(await listNewTracked(store, 'i', 'person_id')).toEqual(['9'])
    await noteTrackedPeople(store, 'i', [])
    await noteTrackedRead(store, 'i', 'person_id', [])
  })

  onStore('merges are followed to their end, and circles are left', async (store) => {
    await noteMerge(store, 'i', '1', '2')
    await noteMerge(store, 'i', '2', '3')
    await noteMerge(store, 'i', '8', '9')
    await noteMerge(store, 'i', '9', '8')
    const found = await findPrimaries(store, 'i', ['1', '2', '5'])
    expect(found.get('1')).toBe('3')
    expect(found.get('2')).toBe('3')
    expect(found.has('5')).toBe(false)
    expect((await findPrimaries(store, 'i', ['8'])).get('8')).toMatch(/^[89]$/)
    expect((await findPrimaries(store, 'j', ['1'])).size).toBe(0)
  })

  onStore('applications that are moved are the same as when they are written so', async (store) => {
    await store.upsert('i', 'ats_applications', [application('1', '7'), application('2', '8')], t1, 'r1')
    const [from, to] = [toUnifiedId('i', '7'), toUnifiedId('i', '9')]
    expect(await moveApplications(store, 'i', from, to, t2)).toBe(1)
    expect(await moveApplications(store, 'i', from, to, t2)).toBe(0)
    const again = await store.upsert('i', 'ats_applications', [application('1', '9')], t3, 'r2')
    expect(again).toEqual({ created: 0, changed: 0, unchanged: 1 })
    const rows = await store.rows('i', 'ats_applications')
    expect(rows.map(({ remoteId, changedAt }) => [remoteId, changedAt]).sort()).toEqual([
      ['1', t2],
      ['2', t1],
    ])
  })

  onStore('fields are taken out of any number of rows, and only rows that held some have changed', async (store) => {
    const rows = Array.from({ length: 450 }, (_, i) => candidate(String(i)))
    await store.upsert('i', 'ats_candidates', rows, t1, 'r1')
    const without = { remoteId: 'x', links: {}, fields: { first_name: 'Ann', last_name: null, integration_fields: [] } }
    await store.upsert('i', 'ats_candidates', [without], t1, 'r1')
    await store.upsert('j', 'ats_candidates', [candidate('1')], t1, 'r1')
    const names = ['last_name', 'integration_fields']
    expect(await takeOutFields(store, 'i', 'ats_candidates', names, t2)).toBe(450)
    expect(await takeOutFields(store, 'i', 'ats_candidates', names, t3)).toBe(0)
    const kept = await store.rows('i', 'ats_candidates')
    for (const { remoteId, fields, columns, changedAt } of kept) {
      expect(fields).toEqual(without.fields)
      expect([columns.first_name_folded, columns.last_name_folded]).toEqual(['ann', null])
      expect(changedAt).toBe(remoteId === 'x' ? t1 : t2)
    }
    expect((await store.rows('j', 'ats_candidates'))[0]!.fields.last_name).toBe('Name 1')
    const again = await store.upsert('i', 'ats_candidates', [{ ...without, remoteId: '7' }], t3, 'r2')
    expect(again).toMatchObject({ unchanged: 1 })
  })

  onStore('rows deleted long enough are emptied, however many, and only once', async (store) => {
    const rows = Array.from({ length: 450 }, (_, i) => application(String(i), '7'))
    await store.upsert('i', 'ats_applications', rows, t1, 'r1')
    await store.deleteUnseen('i', 'ats_applications', 'r2', t1)
    await store.upsert('i', 'ats_applications', [application('live', '7')], t1, 'r2')
    await store.upsert('i', 'ats_applications', [application('late', '7')], t1, 'r1')
    await store.deleteRows('i', 'ats_applications', ['late'], t3)
    expect(await emptyDeleted(store, 'i', 'ats_applications', t2)).toBe(450)
    expect(await emptyDeleted(store, 'i', 'ats_applications', t2)).toBe(0)
    const after = await store.rows('i', 'ats_applications')
    const full = after.filter(({ fields }) => fields.outcome !== null).map(({ remoteId }) => remoteId)
    expect(full.sort()).toEqual(['late', 'live'])
    const emptied = after.find(({ remoteId }) => remoteId === '0')!
    expect(emptied).toMatchObject({
      changedAt: t1,
      remoteDeletedAt: t1,
      columns: { candidate_id: toUnifiedId('i', '7') },
    })
    expect(await store.upsert('i', 'ats_applications', [application('0', '7')], t3, 'r3')).toMatchObject({ changed: 1 })
  })

  onStore('of what a cutoff leaves out only what was seen under it is gone, the rest is outside', async (store) => {
    const settings = { selection: null, cutoff: t2 }
    const wide = await startRun(store, 'i', 'FULL', t1, { ...settings, cutoff: t1 })
    await store.upsert('i', 'ats_candidates', [candidate('1')], t1, wide.id)
    await finishRun(store, wide, { state: 'SUCCEEDED', at: t1, message: null, streams: [], knownUpTo: t1 })
    const same = await startRun(store, 'i', 'FULL', t2, settings)
    await store.upsert('i', 'ats_candidates', [candidate('2')], t2, same.id)
    await finishRun(store, same, { state: 'SUCCEEDED', at: t2, message: null, streams: [], knownUpTo: t2 })
    const now = await startRun(store, 'i', 'FULL', t3, settings)
    await store.upsert('i', 'ats_candidates', [candidate('3')], t3, now.id)
    const run = { integrationId: 'i', runId: now.id, cutoff: t2, hasFound: true }
    expect(await deleteGone(store, 'ats_candidates', { ...run, hasFound: false }, t3)).toBe(0)
    expect(await deleteGone(store, 'ats_candidates', run, t3)).toBe(1)
    const outside = () => store.database.selectFrom('outside_row').selectAll().execute()
    expect(await outside()).toEqual([
      { integration_id: 'i', model: 'ats_candidates', id: toUnifiedId('i', '1'), since: t3 },
    ])
    expect(await dropOutside(store, 'i', 'ats_candidates', t2, t3)).toBe(0)
    await store.upsert('i', 'ats_candidates', [candidate('1')], t3, now.id)
    await deleteGone(store, 'ats_candidates', run, t3)
    expect(await outside()).toEqual([])
  })

  onStore('what is to be read again is told in full, with since when, and in parts', async (store) => {
    const end = { at: t2, message: null, streams: [], knownUpTo: t1 }
    const full = await startRun(store, 'i', 'FULL', t1)
    const delta = await startRun(store, 'i', 'DELTA', t1)
    const entry = { stream: 'people', reason: 'no' }
    await addSetAside(store, delta.id, [{ ...entry, remoteId: '1', isGone: true }], t1)
    await finishRun(store, delta, { ...end, at: t1, state: 'PARTIALLY_FAILED' })
    await addSetAside(
      store,
      full.id,
      [
        { ...entry, remoteId: '2' },
        { ...entry, remoteId: '3', stream: 'jobs' },
      ],
      t2,
    )
    await finishRun(store, full, { ...end, state: 'PARTIALLY_FAILED' })
    const unread = await listUnread(store, 'i', 'people')
    expect(unread.map(({ remoteId, since, isGone }) => [remoteId, since, isGone]).sort()).toEqual([
      ['1', t1, true],
      ['2', t2, false],
    ])
    const next = await startRun(store, 'i', 'FULL', t3)
    const many = Array.from({ length: 1_100 }, (_, i) => ({ ...entry, remoteId: String(i), isGone: true }))
    await addSetAside(store, next.id, many, t3)
    await clearSetAside(store, next.id, 'people', ['7', '8'])
    const told: [string, boolean][] = []
    for await (const chunk of setAsideChunks(store, next, 'people')) {
      told.push(...chunk.map(({ remoteId, wasGone }): [string, boolean] => [remoteId, wasGone]))
    }
    expect(told).toHaveLength(1_098)
    expect(told.filter(([, wasGone]) => wasGone).map(([id]) => id)).toEqual(['1'])
    expect(await listUnread(store, 'k', 'people')).toEqual([])
  })
}
