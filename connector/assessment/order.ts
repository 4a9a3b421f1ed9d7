import { jobs } from '../api/jobs.ts'
import type { IcimsClient } from '../icims/client.ts'
import { decodeGroups, decodeText } from '../icims/decode.ts'
import type { IcimsJob } from '../icims/job.ts'
import { toCandidate } from '../models/candidate.ts'
import type { JsonObject, JsonValue } from '../models/record.ts'
import type { AssessmentOrder } from '../store/assessment-orders.ts'
import { type AssessmentPackage, listPackages } from '../store/assessment-packages.ts'
import { toUnifiedId } from '../store/id.ts'
import type { Integration } from '../store/integration.ts'
import { type Store, toStoredRow } from '../store/store.ts'

/** What an order is made of. */
export type Ordering = { package: AssessmentPackage; subject: JsonObject }

/** The order cannot be made; the message says why. */
export class OrderError extends Error {
  override readonly name = 'OrderError'
}

/**
 * Finds out what is ordered for whom. The first package of the job counts, by its name, as partners' own clients have it
 * (Talytica's: https://github.com/employmeo/integration).
 *
 * @throws OrderError when the job has no package that is offered, or the candidate no address.
 */
export async function prepareOrder(
  { store, client, integration }: { store: Store; client: IcimsClient; integration: Integration },
  { workflowId, personId, jobId }: { workflowId: string; personId: string; jobId: string },
): Promise<Ordering> {
  const job = await client.getJob(jobId, ['assessmenttype'])
  const [wanted] = decodeGroups(job.raw, 'assessmenttype').map((node) => decodeText(node, 'value'))
  if (wanted === undefined) throw new OrderError('The job names no assessment package.')
  const offered = (await listPackages(store, integration.id)).find(({ name }) => name === wanted)
  if (offered === undefined) throw new OrderError(`There is no assessment package ${JSON.stringify(wanted)}.`)
  const person = await client.getPerson(personId)
  const { fields } = toCandidate(person, integration.settings)
  const [email] = listOf(fields.email_addresses, 'email_address')
  if (email === undefined) throw new OrderError('The candidate has no e-mail address.')
  const [phone] = listOf(fields.phone_numbers, 'phone_number')
  return {
    package: offered,
    subject: {
      candidate: {
        remote_id: personId,
        email,
        first_name: fields.first_name ?? null,
        last_name: fields.last_name ?? null,
        phone: phone ?? null,
      },
      application: { remote_id: workflowId },
      job: await jobOf(store, integration, job),
    },
  }
}

/** An order as the unified API shows it. */
export function renderOrder({ id, packageId, status, subject }: AssessmentOrder): JsonObject {
  return { id, package_id: packageId, status, ...subject }
}

/** The job as it is stored, with its team; of one that is not, its title. */
async function jobOf(store: Store, integration: Integration, { id, jobtitle }: IcimsJob): Promise<JsonObject> {
  const query = store.database.selectFrom('ats_jobs').selectAll().where('integration_id', '=', integration.id)
  const row = await query.where('id', '=', toUnifiedId(integration.id, id)).executeTakeFirst()
  if (row === undefined) {
    const unknown = { job_code: null, description: null, location: null, hiring_team: [] }
    return { remote_id: id, name: jobtitle ?? null, ...unknown }
  }
  const [job] = await jobs.render([toStoredRow('ats_jobs', row)], { store, integration })
  const { name, job_code, description, location, hiring_team } = job as JsonObject
  const team = (hiring_team as JsonObject[]).map(({ remote_id, email, first_name, last_name, hiring_team_roles }) => {
    return { remote_id, email, first_name, last_name, hiring_team_roles }
  })
  return { remote_id: id, name, job_code, description, location, hiring_team: team } as JsonObject
}

function listOf(value: JsonValue | undefined, key: string): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    const text = (one as JsonObject | null)?.[key]
    return typeof text === 'string' ? [text] : []
  })
}
