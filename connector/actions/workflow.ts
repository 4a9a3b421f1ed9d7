import type { IcimsApplicantWorkflow } from '../icims/applicantworkflow.ts'
import { RefusedError, RetriableError } from '../icims/errors.ts'
import { extraFields } from '../models/field-source.ts'
import { isTracked } from '../store/tracked.ts'
import type { Working } from './action.ts'
import { ActionError } from './errors.ts'
import type { Applicant } from './person.ts'
import type { Applying } from './prepare-applying.ts'

const step = 'workflow'
const minute = 60_000
const day = 86_400_000

/**
 * Ties the person to the job, once: iCIMS has one workflow of a pair (FORUM1).
 *
 * @returns the workflow as it is now. @throws ActionError when there was one before this action.
 */
export async function makeWorkflow(
  input: Applying,
  person: Applicant,
  working: Working,
): Promise<IcimsApplicantWorkflow> {
  const { saga, client } = working
  const read = (id: string) =>
    client.getApplicantWorkflow(id, extraFields(working.integration.settings).applicantworkflow)
  const known = saga.done<string>(step)
  if (known !== undefined) return read(known)
  if (saga.wasBegun(step)) {
    const found = await client.findApplicantWorkflow(person.id, input.jobId)
    if (found !== undefined) {
      await checkOurs(found, working)
      return read(made(working, found.id))
    }
  }
  let workflow: IcimsApplicantWorkflow | undefined
  const id = await saga.step(step, async () => {
    const id = await createWorkflow(input, person, working)
    workflow = await read(id).catch(madeAndUnread)
    await checkOurs(workflow, working)
    return id
  })
  made(working, id)
  return workflow!
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

/** Whatever keeps it from being read, it is there: the next try finds it. */
function madeAndUnread(cause: Error): never {
  throw new RetriableError(cause.message, { cause, isServerFault: true })
}

function made({ saga }: Working, id: string): string {
  saga.wrote(`Application ${id} was made and stays.`)
  return saga.settle(step, id)
}

/**
 * A tenant may answer a second workflow of a pair with the one there is.
 *
 * @throws ActionError for a workflow that is older than the action, or that another action made.
 */
async function checkOurs(workflow: IcimsApplicantWorkflow, working: Working): Promise<void> {
  const { saga, client, store, integration } = working
  // Where iCIMS does not tell its time, the clocks may differ.
  const began = Date.parse(saga.startedAt) + (client.clockSkew ?? -day)
  // iCIMS tells the minute.
  const isOld =
    workflow.createddate !== undefined && Date.parse(workflow.createddate) < Math.floor(began / minute) * minute
  if (isOld || (await isTracked(store, integration.id, workflow.id))) throw alreadyThere(workflow.id)
}

function alreadyThere(id: string): ActionError {
  return new ActionError(
    'ATS.APPLICATION_ALREADY_EXISTS',
    `This person has applied to this job before: application ${id} in iCIMS.`,
  )
}
