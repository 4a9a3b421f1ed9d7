import { badRequest, errorCodes } from '../errors.ts'
import { loadedSearch } from '../search/load-search.ts'
import type { ProfileData } from '../store/store.ts'
import { fullAccess } from '../tenant/access.ts'
import type { EntranceCriteria } from '../tenant/config.ts'
import type { ProfilesContext } from './context.ts'
import { withoutEmpty } from './entries.ts'

/**
 * Keeps a recruiting workflow out of a status whose entrance criteria it does not meet (KB: Setting up Entrance Criteria). The
 * criteria are asked of the workflow as it is before the move, with whatever else changes in the same write. What the platform
 * shows its users as an error is a 400 here, which is inferred. Call it in the transaction of the write.
 *
 * @throws IcimsError 400 for the status.
 */
export function checkEntrance(context: ProfilesContext, id: number, before: ProfileData, after: ProfileData): void {
  if (after.status === before.status) return
  const status = context.config.statuses.find((candidate) => candidate.id === after.status)
  if (status?.entrance === undefined) return
  // The search reads what is stored, so the workflow is stored as it stands at the door; the write that follows replaces it.
  context.store.put('applicantworkflow', id, withoutEmpty({ ...after, status: before.status }))
  if (meets(context, id, status.entrance)) return
  const label = context.lists.node(status.id)?.value ?? status.id
  const { message = `The workflow does not meet the entrance criteria of ${label}.` } = status.entrance
  throw badRequest([{ code: errorCodes.badValue, field: 'status', message }])
}

function meets(context: ProfilesContext, id: number, { search: criteria }: EntranceCriteria): boolean {
  const itself = { name: 'applicantworkflow.id', value: [id] }
  return (
    loadedSearch().search(context, 'applicantworkflow', { filters: [itself], children: [criteria] }, fullAccess, [])
      .length > 0
  )
}
