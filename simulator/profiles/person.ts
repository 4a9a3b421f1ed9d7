import type { ProfileData } from '../store/store.ts'

/** Person fields whose own last change is a search filter: `person.emaillastupdated` and the like (SRCH). */
const watched = ['firstname', 'lastname', 'email', 'jobtitle', 'folder', 'addresses'] as const

/** Notes when each watched field of a person last changed. */
export function stampPerson(before: ProfileData, after: ProfileData, now: number): ProfileData {
  const changed = watched.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  if (changed.length === 0) return after
  const stamps = Object.fromEntries(changed.map((name) => [name, now]))
  return { ...after, lastupdated: { ...(after.lastupdated as object | undefined), ...stamps } }
}
