import { RefusedError, RetriableError } from '../icims/errors.ts'
import { toUnifiedId } from '../store/id.ts'
import { prepare } from '../store/prepared.ts'
import { isTracked } from '../store/tracked.ts'
import type { Working } from './action.ts'
import { ActionError } from './errors.ts'
import type { Applicant } from './person.ts'
import type { Applying } from './prepare-applying.ts'

const step = 'workflow'

/**
 * Ties the person to the job, once: iCIMS has one workflow of a pair (FORUM1).
 *
 * @returns its id. @throws ActionError when there was one before this action.
 */
export async function makeWorkflow(input: Applying, person: Applicant, working: Working): Promise<string> {
  const { saga, client } = working
  const known = saga.done<string>(step)
  if (known !== undefined) return known
  if (saga.wasBegun(step)) {
    const found = await client.findApplicantWorkflow(person.id, input.jobId)
    if (found !== undefined) {
      await checkOurs(found.id, working)
      return made(working, found.id)
    }
  }
  const id = await saga.step(step, async () => {
    const id = await createWorkflow(input, person, working)
    await checkOurs(id, working)
    return id
  })
  return made(working, id)
}

async function createWorkflow(input: Applying, person: Applicant, { saga, client }: Working): Promise<string> {
  try {
    const { id, warnings } = await client.createApplicantWorkflow({
      baseprofile: Number(input.jobId),
      associatedprofile: Number(person.id),
      ...(input.statusId !== null && { status: { id: input.statusId } }),
      ...input.source,
    })
    if (warnings !== null) saga.warn(`iCIMS warns: ${warnings}`)
    if (id !== '') return id
    throw new RetriableError('iCIMS did not tell the address of the new workflow.', { isServerFault: true })
  } catch (error) {
    // What iCIMS says of a second one is not printed: that there is one already has to be looked for.
    if (!(error instanceof RefusedError) || error.status === 403) throw error
    const found = await client.findApplicantWorkflow(person.id, input.jobId)
    throw found === undefined ? error : alreadyThere(found.id)
  }
}

function made({ saga }: Working, id: string): string {
  saga.wrote(`Application ${id} was made and stays.`)
  return saga.settle(step, id)
}

const find = prepare((database, place) => {
  const rows = database.selectFrom('ats_applications').select('created_at')
  return rows.where('integration_id', '=', place('integration')).where('id', '=', place('id'))
})

/**
 * A tenant may answer a second workflow of a pair with the one there is. Its age does not tell: the clocks may differ.
 *
 * @throws ActionError for a workflow that another action made, or that was stored before this one began.
 */
async function checkOurs(id: string, { saga, store, integration }: Working): Promise<void> {
  const [row] = (await find(store.database, { integration: integration.id, id: toUnifiedId(integration.id, id) })).rows
  const isKnown = row !== undefined && String(row.created_at) < saga.startedAt
  if (isKnown || (await isTracked(store, integration.id, id))) throw alreadyThere(id)
}

function alreadyThere(id: string): ActionError {
  return new ActionError(
    'ATS.APPLICATION_ALREADY_EXISTS',
    `This person has applied to this job before: application ${id} in iCIMS.`,
  )
}
