import type { IcimsApplicantWorkflow } from '../icims/applicantworkflow.ts'
import { RecordError, RefusedError, RetriableError } from '../icims/errors.ts'
import type { IcimsPerson } from '../icims/person.ts'
import { extraFields } from '../models/field-source.ts'
import { toJobStatus } from '../models/job-status.ts'
import type { Working } from './action.ts'
import { ActionError, invalid } from './errors.ts'
import { type Applicant, findOrMakePerson, toPhones } from './person.ts'
import type { Applying } from './prepare-applying.ts'
import { putCv } from './put-cv.ts'
import { makeWorkflow } from './workflow.ts'

/** What an application came to, as read back from iCIMS. */
export type Applied = { person: IcimsPerson; workflow: IcimsApplicantWorkflow }

/**
 * Applies: finds or makes the person, ties it to the job, puts the CV. In the order of its calls to iCIMS, seven at most:
 * search of people and job, person, workflow, the workflow read back while changes of a person who was there before or none, and
 * the résumé are written, the person read back.
 */
export async function apply(input: Applying, working: Working): Promise<Applied> {
  const { saga, client, integration } = working
  for (const warning of input.warnings) saga.warn(warning)
  const allowed = saga.done('person') === undefined ? checkJob(input.jobId, working) : Promise.resolve()
  // It is waited for where it matters; a search that fails first must not leave its failure unheard.
  allowed.catch(() => {})
  const person = await findOrMakePerson(input, working, allowed)
  const workflowId = await makeWorkflow(input, person, working)
  const fields = extraFields(integration.settings)
  const workflow = client.getApplicantWorkflow(workflowId, fields.applicantworkflow).catch(madeAndUnread)
  // A failure of what is written meanwhile comes first.
  workflow.catch(() => {})
  if (!person.isNew) await updatePerson(input, person, working)
  if (input.cv !== null) await putCv(person.id, input.cv, working)
  const read = await client.getPerson(person.id, [...fields.person, 'resume'])
  return { person: read, workflow: await workflow }
}

/** Whatever keeps it from being read, it is there: the next try reads it. */
function madeAndUnread(cause: Error): never {
  throw new RetriableError(cause.message, { cause, isServerFault: true })
}

/** @throws ActionError when there is no such job, or it is closed. */
async function checkJob(jobId: string, { client, integration }: Working): Promise<void> {
  try {
    const status = toJobStatus(await client.getJobFolder(jobId), integration.settings)
    if (status !== 'CLOSED' && status !== 'ARCHIVED') return
  } catch (error) {
    if (error instanceof RecordError && error.isGone) throw invalid(`job_id: iCIMS has no job ${jobId}.`)
    throw error
  }
  throw new ActionError('ATS.JOB_CLOSED', `Job ${jobId} takes no applications any more.`)
}

/** What a person who was there before gets: the phone number beside the others, gender and links in the place of the old ones. */
async function updatePerson(input: Applying, { id }: Applicant, { saga, client, integration }: Working): Promise<void> {
  saga.warn(`A person with this e-mail address was there already (${id}), and was taken; its name was left as it is.`)
  const fields = { ...toPhones(input.phone, integration.settings.actions.phoneType), ...input.more }
  if (Object.keys(fields).length === 0) return
  try {
    await saga.step('update', async () => {
      const { warnings } = await client.updatePerson(id, fields)
      if (warnings !== null) saga.warn(`iCIMS warns: ${warnings}`)
      return true
    })
  } catch (error) {
    // The application is there; what is missing of the person is told.
    if (!(error instanceof RefusedError)) throw error
    saga.warn(`${Object.keys(fields).join(', ')}: iCIMS did not take it for person ${id}: ${error.message}`)
    saga.settle('update', false)
  }
}
