import { expect } from 'vitest'
import { releaseLock, takeLock } from '../../../connector/store/action-locks.ts'
import { findOrder, noteResult, openOrder } from '../../../connector/store/assessment-orders.ts'
import { listPackages, replacePackages } from '../../../connector/store/assessment-packages.ts'
import type { Owner } from '../../../connector/store/lease.ts'
import { listDueSagas, listUnfinishedSagas, pruneSagas } from '../../../connector/store/saga-lists.ts'
import {
  claimSaga,
  deleteSaga,
  endSaga,
  findSaga,
  insertSaga,
  type NewSaga,
  postponeSaga,
  readInput,
  releaseSaga,
  saveJournal,
} from '../../../connector/store/sagas.ts'
import type { Store } from '../../../connector/store/store.ts'
import { databases, testsOn } from '../databases.ts'

const at = (minute: number): string => `2026-01-15T12:${String(minute).padStart(2, '0')}:00.000Z`
const owner = (name: string): Owner => ({ name, isGone: () => false })
const saga = (key: string, input: object = { name: 'Mara' }): NewSaga => ({
  ...{ integrationId: 'i', action: 'ats_create_candidate', key, hash: 'h', owner: 'one', until: at(2) },
  input: input as NewSaga['input'],
})
const large = { name: 'Mara', cv: 'A'.repeat(10_000) }
const answer = { data: {}, warnings: [] }

async function insert(store: Store, key: string, input?: object, minute = 0) {
  return (await insertSaga(store, saga(key, input), at(minute)))!
}

async function inputs({ database }: Store): Promise<unknown[]> {
  return database.selectFrom('saga_input').select('saga_id').execute()
}

for (const database of databases) {
  const testOn = testsOn(database)

  testOn('an action is written down once by its name, and found by it with what it has done', async (store) => {
    const made = await insert(store, 'a')
    expect(await insertSaga(store, saga('a'), at(1))).toBeUndefined()
    expect(await insertSaga(store, { ...saga('a'), integrationId: 'j' }, at(1))).toBeDefined()
    made.journal.steps.person = { since: at(0), result: { id: '7' } }
    made.journal.wrote.push('Person 7 was made and stays.')
    await saveJournal(store, made, at(3), at(1))
    const found = (await findSaga(store, 'i', 'a'))!
    expect(found).toEqual({ ...made, until: at(3) })
    expect(await findSaga(store, 'i', 'b')).toBeUndefined()
  })

  testOn('what a large action is made of is apart, is read when it is asked for, and goes with it', async (store) => {
    for (const [key, input, rows] of [
      ['small', { name: 'Mara' }, 0],
      ['large', large, 1],
    ] as const) {
      const made = await insert(store, key, input)
      expect(made.input).toEqual(input)
      expect(await inputs(store)).toHaveLength(rows)
      const found = (await findSaga(store, 'i', key))!
      expect((await readInput(store, found)).input).toEqual(input)
      await endSaga(store, found, { state: 'DONE', answer, message: null, at: at(1) })
      expect(await inputs(store)).toEqual([])
      expect(await findSaga(store, 'i', key)).toMatchObject({ state: 'DONE', answer })
    }
    const again = await insert(store, 'again', large)
    expect(await insertSaga(store, saga('again', large), at(0))).toBeUndefined()
    await deleteSaga(store, again)
    expect(await inputs(store)).toEqual([])
    expect(await findSaga(store, 'i', 'again')).toBeUndefined()
  })

  testOn('of two who take over one action one gets it', async (store) => {
    await insert(store, 'a')
    const found = (await findSaga(store, 'i', 'a'))!
    expect(await claimSaga(store, found, owner('two'), at(5))).toBe(true)
    expect(await claimSaga(store, found, owner('three'), at(5))).toBe(false)
    expect(await findSaga(store, 'i', 'a')).toMatchObject({ owner: 'two', until: at(5) })
    // One that its process has kept for longer meanwhile is its own.
    const seen = (await findSaga(store, 'i', 'a'))!
    await saveJournal(store, seen, at(9), at(6))
    expect(await claimSaga(store, seen, owner('three'), at(9))).toBe(false)
  })

  testOn('what is postponed is due at its time, the oldest first, and what has ended never', async (store) => {
    const [late, early, done] = [
      await insert(store, 'late', large, 1),
      await insert(store, 'early', undefined, 0),
      await insert(store, 'done', undefined, 0),
    ]
    await postponeSaga(store, late, { dueAt: at(20), message: 'no answer', attempts: 1, at: at(2) })
    await endSaga(store, done, { state: 'DONE', answer, message: null, at: at(1) })
    expect((await listDueSagas(store, at(10), 10)).map(({ key }) => key)).toEqual(['early'])
    const due = await listDueSagas(store, at(20), 10)
    expect(due.map(({ key, attempts }) => [key, attempts])).toEqual([
      ['early', 0],
      ['late', 1],
    ])
    expect((await readInput(store, due[1]!)).input).toEqual(large)
    expect(await listDueSagas(store, at(20), 1)).toHaveLength(1)
    expect(await claimSaga(store, early, owner('two'), at(5))).toBe(true)
  })

  testOn('reports are kept longer than answers, and their names may be used again', async (store) => {
    const reported = await insert(store, 'reported', large)
    const done = await insert(store, 'done')
    await endSaga(store, done, { state: 'DONE', answer, message: null, at: at(1) })
    const why = { code: 'ATS.JOB_CLOSED', message: 'closed' }
    await endSaga(store, reported, { state: 'REPORTED', answer: why, message: 'closed', at: at(1) })
    await releaseSaga(store, reported.id)
    expect(await insertSaga(store, saga('reported'), at(2))).toBeDefined()
    await pruneSagas(store, { answeredBefore: at(0), reportedBefore: '2026-01-14T00:00:00.000Z' })
    expect(await findSaga(store, 'i', 'done')).toBeUndefined()
    const [listed, ...others] = await listUnfinishedSagas(store, { integrationId: 'i', state: 'REPORTED' })
    expect([listed?.id, listed?.message, others]).toEqual([reported.id, 'closed', []])
    expect((await readInput(store, listed!)).input).toEqual(large)
    expect(await listUnfinishedSagas(store, { integrationId: 'j' })).toEqual([])
    await pruneSagas(store, { answeredBefore: at(0), reportedBefore: at(0) })
    expect(await listUnfinishedSagas(store, { state: 'REPORTED' })).toEqual([])
    expect(await inputs(store)).toEqual([])
    expect(await findSaga(store, 'i', 'reported')).toMatchObject({ state: 'OPEN' })
  })

  testOn(
    'a record is one process at a time to work on, until it is released, runs out, or the process is gone',
    async (store) => {
      const gone = new Set<string>()
      const who = (name: string): Owner => ({ name, isGone: (other) => gone.has(other) })
      const [one, two, three] = [who('one'), who('two'), who('three')]
      const name = { integrationId: 'i', subject: 'person 71' }
      const take = (taker: Owner, minute: number) =>
        takeLock(store, name, taker, { now: at(minute), until: at(minute + 5) })
      expect([await take(one, 0), await take(two, 1), await take(one, 2)]).toEqual([true, false, true])
      const elsewhere = { ...name, integrationId: 'j' }
      expect(await takeLock(store, elsewhere, two, { now: at(1), until: at(6) })).toBe(true)
      // What is not one's own is not released.
      await releaseLock(store, name, two)
      expect(await take(two, 3)).toBe(false)
      expect(await take(two, 7)).toBe(true)
      gone.add('two')
      expect(await take(three, 8)).toBe(true)
      await releaseLock(store, name, three)
      expect(await take(one, 9)).toBe(true)
      // Of several who find it free at once one gets it.
      await releaseLock(store, name, one)
      const taken = await Promise.all([one, two, three].map((taker) => take(taker, 10)))
      expect(taken.filter(Boolean)).toHaveLength(1)
    },
  )

  testOn('a package that is gone stays known, and an order that is open is not made twice', async (store) => {
    const one = { id: 'sj', name: 'Situational', description: 'Ten cases', type: 'SKILLS_TEST' } as const
    const two = { ...one, id: 'vi', name: 'Interview' }
    expect(await replacePackages(store, 'i', [one, two], at(0))).toEqual([])
    expect(await replacePackages(store, 'i', [{ ...one, name: 'Judgement' }], at(1))).toEqual([
      'Situational',
      'Interview',
    ])
    expect(await listPackages(store, 'i')).toEqual([{ ...one, name: 'Judgement', updatedAt: at(1) }])
    expect(await replacePackages(store, 'i', [two], at(2))).toEqual(['Judgement'])
    expect((await listPackages(store, 'i')).map(({ id }) => id)).toEqual(['vi'])
    expect(await listPackages(store, 'j')).toEqual([])
    const ordered = {
      integrationId: 'i',
      packageId: 'vi',
      packageName: 'Interview',
      workflowId: '12',
      subject: { a: 1 },
    }
    const open = (returnUrl: string | null, minute: number) =>
      store.transaction((inner) => openOrder(inner, { ...ordered, returnUrl }, at(minute)))
    const first = await open(null, 0)
    expect([first.isNew, first.order.status]).toEqual([true, 'OPEN'])
    const again = await open('https://example.com/back', 1)
    expect(again).toEqual({ order: { ...first.order, returnUrl: 'https://example.com/back' }, isNew: false })
    await noteResult(store, first.order, { status: 'COMPLETED', entry: '5' }, at(2))
    expect(await findOrder(store, 'i', first.order.id)).toMatchObject({ status: 'COMPLETED', entry: '5' })
    expect(await findOrder(store, 'j', first.order.id)).toBeUndefined()
    expect(await open(null, 3)).toMatchObject({ isNew: true, order: { status: 'OPEN' } })
  })
}
