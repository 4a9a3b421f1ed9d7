import type { IcimsClient } from '../icims/client.ts'
import { writePermissions } from './permissions.ts'
import { allowed, type CheckStep, skipped, toStep, tried } from './report.ts'

/** What may be written by a check. */
export type WriteCheck = {
  /** A job on which a workflow may be made; none is made without it. */
  job?: string
}

const note = 'Made by a check of the connection. Nobody applied; delete it if it is in the way.'

/**
 * Tries out the writes, on a person who is made for it and marked by name and address. A later check finds and uses the same
 * one: people cannot be deleted by the API.
 */
export async function* checkWrites(client: IcimsClient, { job }: WriteCheck): AsyncGenerator<CheckStep> {
  const [person, resume, workflow] = writePermissions
  let id = ''
  yield await tried(person!, async () => {
    const email = 'connection-test@example.com'
    const name = { firstname: 'Connection', lastname: 'Test (please ignore)' }
    const [known] = await client.searchPage('people', [{ name: 'person.email', value: [email] }], '0')
    id = known ?? (await client.createPerson({ ...name, email })).id
    await client.updatePerson(id, name)
    const what = known === undefined ? 'was made' : 'was there from an earlier check'
    return allowed(`Person ${id}, "${name.firstname} ${name.lastname}", ${what}, and was changed.`, 'iCIMS took both.')
  })
  if (id === '') {
    for (const one of [resume!, workflow!]) yield toStep(one, skipped('There is no person to try it on.'))
    return
  }
  yield await tried(resume!, async () => {
    const bytes = new TextEncoder().encode(note)
    await client.putResume(id, { filename: 'connection-test.txt', type: 'text/plain', bytes })
    return allowed(`connection-test.txt was put to person ${id}.`, 'iCIMS took it.')
  })
  if (job === undefined) {
    yield toStep(workflow!, skipped('A workflow is made only on a job that is named for it.'))
    return
  }
  yield await tried(workflow!, async () => {
    const known = await client.findApplicantWorkflow(id, job)
    const made =
      known ?? (await client.createApplicantWorkflow({ baseprofile: Number(job), associatedprofile: Number(id) }))
    const what = known === undefined ? 'was made' : 'was there from an earlier check'
    return allowed(
      `Workflow ${made.id} of person ${id} on job ${job} ${what}.`,
      'iCIMS took it. Its status was not moved.',
    )
  })
}
