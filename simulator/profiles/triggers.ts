import type { ProfileData } from '../store/store.ts'
import type { ProfileType } from '../tenant/profile-types.ts'
import { switchValue } from '../tenant/switches.ts'
import type { Actor, ProfilesContext } from './context.ts'

/**
 * Tells partners that a platform user moved a candidate or a new hire to another status (EVS). Call it in the transaction of
 * the move. Inferred: a move in nobody's name counts as one of the job's recruiter.
 */
export function tellStatusChange(
  { outbox, clock, store, config }: ProfilesContext,
  type: ProfileType,
  id: number,
  before: ProfileData,
  after: ProfileData,
  actor: Actor,
): void {
  if (type !== 'applicantworkflow' && type !== 'onboardworkflow') return
  if (after.status === undefined || after.status === before.status) return
  if (actor.kind === 'api' && switchValue(config, 'apiWritesTellPartners') !== true) return
  const { baseprofile, associatedprofile } = after as { baseprofile: number; associatedprofile: number }
  const recruiter = type === 'applicantworkflow' ? store.get('job', baseprofile)?.recruiter : undefined
  outbox.add(
    {
      kind: 'status-change',
      workflow: { type, id },
      base: baseprofile,
      person: associatedprofile,
      user: actor.person ?? (recruiter as number | undefined) ?? null,
      oldStatus: (before.status as string | undefined) ?? null,
      newStatus: String(after.status),
    },
    clock.now(),
  )
}
