import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { createProcessOwner } from '../../../connector/process-owner.ts'
import { openDatabase } from '../../../connector/store/database.ts'
import { findHolder, type Owner, releaseLease, renewLease, takeLease } from '../../../connector/store/lease.ts'
import { createStore } from '../../../connector/store/store.ts'
import { databases } from '../databases.ts'

const at = (minute: number): string => `2026-01-15T12:${String(minute).padStart(2, '0')}:00.000Z`
const gone = new Set<string>()
const owner = (name: string): Owner => ({ name, isGone: (other) => gone.has(other) })

for (const { name, open } of databases) {
  test(`${name}: an integration is one process's at a time, until it is given back, runs out, or the process is gone`, async () => {
    const store = createStore(await openDatabase(await open()))
    const [one, two] = [owner('one'), owner('two')]
    const take = (who: Owner, minute: number) => takeLease(store, 'i', who, { now: at(minute), until: at(minute + 15) })
    expect(await take(one, 0)).toBeUndefined()
    expect(await take(one, 1)).toBeUndefined()
    expect(await take(two, 2)).toBe('one')
    expect(await takeLease(store, 'j', two, { now: at(2), until: at(17) })).toBeUndefined()
    expect(await findHolder(store, 'i', two, at(2))).toBe('one')
    expect(await findHolder(store, 'i', one, at(2))).toBeUndefined()
    await renewLease(store, 'i', one, at(30))
    await renewLease(store, 'i', two, at(59))
    expect(await take(two, 20)).toBe('one')
    expect(await take(two, 30)).toBeUndefined()
    expect(await take(one, 31)).toBe('two')
    gone.add('two')
    expect(await take(one, 32)).toBeUndefined()
    await releaseLease(store, 'i', two)
    expect(await findHolder(store, 'i', two, at(33))).toBe('one')
    await releaseLease(store, 'i', one)
    // What is renewed too late is not taken again.
    await renewLease(store, 'i', one, at(59))
    expect(await take(two, 34)).toBeUndefined()
    gone.clear()
    await store.close()
  })
}

test('a process that has ended is known to be gone, one that runs is not, and those of other hosts are not known', async () => {
  const mine = createProcessOwner()
  expect(mine.isGone(mine.name)).toBe(false)
  // The process before, in a container that was started again.
  expect(mine.isGone(`${hostname()} ${process.pid} abc`)).toBe(true)
  const beside = createProcessOwner()
  expect(mine.isGone(beside.name)).toBe(false)
  beside.end()
  expect(mine.isGone(beside.name)).toBe(true)
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const name = `${hostname()} ${child.pid} abc`
  expect(mine.isGone(name)).toBe(false)
  expect(mine.isGone(`another-host ${child.pid} abc`)).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(mine.isGone(name)).toBe(true)
})
