import { type Fact, fact } from '../fact.ts'
import type { Site } from '../site.ts'
import { NotTestableError, needed } from '../witness.ts'
import { changed, now } from './made.ts'
import { freshWorkflow, knownStatuses } from './made-workflow.ts'
import { timeOf } from './search-operators.ts'

const minute = 60_000

/** What shows only once a minute has passed, on what the run made before all else: FORUM1. */
export const writeLateFacts: readonly Fact[] = [
  fact(
    'write.workflow.move-date',
    ['doc', 'FORUM1'],
    'A change of status moves updateddate',
    async (site, see) => {
      const { path, date } = await early(site)
      const { status } = await now(site, path)
      const node = (await knownStatuses(site)).find(({ id }) => id !== status?.id)
      const other = needed(node, 'no other status is shown').id
      await passMinute(site, timeOf(needed(date, 'updateddate is hidden')))
      await changed(site, path, { status: { id: other } })
      const after = (await now(site, path, 'updateddate')).updateddate
      see.that(timeOf(after) > timeOf(date), `it was ${date}, and is ${after}`)
    },
    { needs: 'write', prepare: early },
  ),
]

/** A workflow of the run's own, and its date when it was made. */
function early(site: Site): Promise<{ path: string; date: string }> {
  return site.once('a workflow before all else', async () => {
    const path = await freshWorkflow(site)
    return { path, date: (await now(site, path, 'updateddate')).updateddate }
  })
}

/** Sees to it that the server's clock shows a later minute than a date, which is exact to the minute (D6). */
async function passMinute(site: Site, date: number): Promise<void> {
  const { headers } = await site.ask({ method: 'GET', path: '' })
  const left = date + minute - Date.parse(headers.get('date') ?? site.options.now().toISOString())
  if (left <= 0) return
  if (!site.options.slow) throw new NotTestableError('the minute of its making is not over; --slow waits for it')
  // Clocks that disagree by more are not waited for.
  await site.options.wait(Math.min(left, minute) + 1_000, 'dates are exact to the minute')
}
