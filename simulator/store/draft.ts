import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'

let draftNumber = 0

/** Where a world is made until it is whole: beside where it will be, under a name that tells who makes it. */
export function draftOf(file: string): string {
  const draft = `${file}.${process.pid}.${threadId}.${draftNumber++}`
  removeQuietly(draft)
  return draft
}

/** Removes the halves of worlds that processes left which were ended while they made them. Those being made stay. */
export function removeLeftDrafts(folder: string): void {
  for (const name of list(folder)) {
    const [, pid, thread, number] = /^[0-9a-f]{24}\.db\.(\d+)(?:\.(\d+))?\.(\d+)(?:-journal)?$/.exec(name) ?? []
    if (pid === undefined) continue
    // In a container every process may have the number of the one before.
    const isOwn = Number(pid) === process.pid
    const isLeft = isOwn ? Number(thread) === threadId && Number(number) >= draftNumber : !isRunning(Number(pid))
    if (isLeft) removeQuietly(join(folder, name))
  }
}

/** A draft that was never made, or cannot be removed, is nobody's trouble. */
export function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    return
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be asked, and is there.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
