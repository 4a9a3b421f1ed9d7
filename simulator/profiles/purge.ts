import { type ProfileType, profileTypeNames, profileTypes } from '../tenant/profile-types.ts'
import type { ProfilesContext } from './context.ts'
import { removeForms } from './forms/form-data.ts'
import { removeOffer } from './offers/offers.ts'
import { findBlocks } from './purge-blocks.ts'
import { type PurgeType, purgeFolder } from './purge-folder.ts'
import { readProfile } from './read.ts'
import { save } from './write.ts'

/** What a purge removed, and what it had to leave with the reasons. */
export type Purged = { purged: number[]; blocked: { id: number; reasons: readonly string[] }[] }

/**
 * Puts profiles into the folder the next purge empties (KB). They can still be read and found until it runs.
 *
 * @throws IcimsError 404 when one is not there; none is then moved.
 */
export function markForPurge(context: ProfilesContext, type: PurgeType, ids: readonly number[]): void {
  context.store.transaction(() => {
    const folder = purgeFolder(context, type)
    for (const id of ids) {
      const before = readProfile(context, type, id)
      if (before.folder !== folder) save(context, type, id, before, { ...before, folder })
    }
  })
}

/**
 * Empties the Purge folder of one type, by ascending id (KB): what is purged is gone for good, with the workflows that hang on
 * it: for a job that is documented, for a person inferred, and so is that iForms go with what they were filled out for.
 */
export function runPurge(context: ProfilesContext, type: PurgeType): Purged {
  return context.store.transaction(() => {
    const folder = purgeFolder(context, type)
    const marked = findIn(context, type, folder)
    const blocks = findBlocks(context, type, new Set(marked))
    const purged: number[] = []
    const blocked: Purged['blocked'] = []
    for (const id of marked) {
      const reasons = blocks.get(id) ?? []
      if (reasons.length > 0) blocked.push({ id, reasons })
      else {
        removeWorkflows(context, type, id)
        removeForms(context, type, id)
        context.store.remove(type, id)
        purged.push(id)
      }
    }
    return { purged, blocked }
  })
}

/** The profiles of one folder, by ascending id. Locations have no column for theirs. */
function findIn({ store }: ProfilesContext, type: PurgeType, folder: string): number[] {
  if (type !== 'company') return store.find(type, { folder })
  return [...store.each(type)].filter(({ data }) => data.folder === folder).map(({ id }) => id)
}

function removeWorkflows(context: ProfilesContext, type: PurgeType, id: number): void {
  const { store } = context
  const remove = (workflow: ProfileType, column: string): void => {
    for (const found of store.find(workflow, { [column]: id })) {
      removeForms(context, workflow, found)
      if (workflow === 'applicantworkflow') removeOffer(context, found)
      store.remove(workflow, found)
    }
  }
  for (const name of profileTypeNames) {
    const base = profileTypes[name].workflow?.base
    if (base === undefined) continue
    if (type === 'person') remove(name, 'associatedprofile')
    if (type === base) remove(name, 'baseprofile')
  }
}
