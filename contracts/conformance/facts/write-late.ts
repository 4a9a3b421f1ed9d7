import { type Fact, fact } from '../fact.ts'
import type { Site } from '../site.ts'
import { NotTestableError, needed } from '../witness.ts'
import { changed, now } from './made.ts'
import { freshWorkflow, knownStatuses } from './made-workflow.ts'
import { timeOf } from './search-operators.ts'

const minute = 60_000
/** Moves that a log holds (HIST). */
const most = 100

/** What shows only once a minute has passed, on what the run made before all else, or after many moves: FORUM1, HIST. */
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
  fact(
    'write.workflow.log-newest',
    ['doc', 'HIST'],
    'The log keeps the newest hundred moves, and lets go of the oldest',
    async (site, see) => {
      const path = await freshWorkflow(site)
      const { status } = await now(site, path)
      const own = needed(status, 'status is hidden').id
      const other = needed((await knownStatuses(site)).find(({ id }) => id !== own)?.id, 'no other status is shown')
      if (!site.options.slow) throw new NotTestableError(`it takes ${most + 1} moves; --slow makes them`)
      for (let made = 1; made <= most + 1; made += 1) {
        await changed(site, path, { status: { id: made % 2 === 1 ? other : own } })
        site.options.onProgress(`moving a workflow: ${made} of ${most + 1}`)
      }
      const { submittalstatuslog } = await now(site, `${path}/submittalstatuslog`)
      see.equal(submittalstatuslog?.length, most, 'how many moves it holds')
    },
    { needs: 'write' },
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
