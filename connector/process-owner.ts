import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Owner } from './store/lease.ts'

/** The owners of this process that have not ended: two connectors of one process are two who work. */
const living = new Set<string>()

/** A connector of this process as one that syncs and acts: `<host> <process id> <chance>`. It is gone once it has ended. */
export function createProcessOwner(): Owner & { end(): void } {
  const host = hostname()
  const name = `${host} ${process.pid} ${randomBytes(8).toString('hex')}`
  living.add(name)
  return {
    name,
    end: () => void living.delete(name),
    isGone(other) {
      const [otherHost, pid] = other.split(' ')
      if (otherHost !== host || living.has(other)) return false
      // In a container that was started again the process before had the same number.
      return Number(pid) === process.pid || !isAlive(Number(pid))
    },
  }
}

/** The process of an owner, as people look for it. */
export function describeOwner(name: string): string {
  const [host, pid] = name.split(' ')
  return `process ${pid} on ${host}`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
