import type { Clock } from '../clock.ts'
import { type LockName, releaseLock, takeLock } from '../store/action-locks.ts'
import type { Owner } from '../store/lease.ts'
import type { Store } from '../store/store.ts'
import { ActionError } from './errors.ts'

/** Does something while nobody else works on the same subject, in this process or another one. */
export type WithLock = <T>(name: LockName, work: () => Promise<T>) => Promise<T>

/** How long a lock holds when its process cannot be asked whether it lives, in milliseconds. */
const lockTime = 300_000
/** Milliseconds between two looks at a lock that another process has, and how often it is looked at. */
const pause = 100
const looks = 600

/** First come, first served in this process; the database keeps other processes out. */
export function createWithLock(store: Store, clock: Clock, owner: Owner): WithLock {
  const queues = new Map<string, Promise<unknown>>()
  const take = async (name: LockName): Promise<void> => {
    for (let look = 0; look < looks; look++) {
      const now = clock.now()
      const until = new Date(now.getTime() + lockTime).toISOString()
      if (await takeLock(store, name, owner, { now: now.toISOString(), until })) return
      await clock.sleep(pause)
    }
    throw new ActionError('REMOTE.SERVICE_UNAVAILABLE', 'Another process works on the same record. Try again later.')
  }
  return async (name, work) => {
    const key = `${name.integrationId} ${name.subject}`
    const before = queues.get(key)
    const mine = (async () => {
      await before?.catch(() => {})
      await take(name)
      try {
        return await work()
      } finally {
        await releaseLock(store, name, owner).catch(() => {})
      }
    })()
    queues.set(key, mine)
    try {
      return await mine
    } finally {
      if (queues.get(key) === mine) queues.delete(key)
    }
  }
}
