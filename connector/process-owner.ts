import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Owner } from './store/lease.ts'

/** This process as one that syncs: `<host> <process id> <chance>`. */
export function createProcessOwner(): Owner {
  const host = hostname()
  const name = `${host} ${process.pid} ${randomBytes(8).toString('hex')}`
  return {
    name,
    isGone(other) {
      const [otherHost, pid] = other.split(' ')
      if (otherHost !== host || other === name) return false
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
