import type { IcimsFilter } from '../icims/client.ts'
import { FatalError, RefusedError, RetriableError } from '../icims/errors.ts'
import { findPrimaries } from '../store/merges.ts'
import type { Working } from './action.ts'
import type { Applying } from './prepare-applying.ts'

/** The person of an application. */
export type Applicant = { id: string; isNew: boolean }

const step = 'person'

/**
 * The person who applies: found by the exact e-mail address, live, or made. One that an earlier try of this action may have made
 * is known by its mark.
 *
 * @param allowed resolves once it is known that the job takes applications; nobody is made before.
 */
export async function findOrMakePerson(input: Applying, working: Working, allowed: Promise<void>): Promise<Applicant> {
  const { saga, integration } = working
  const { existingPerson } = integration.settings.actions
  const known = saga.done<Applicant>(step)
  if (known !== undefined) return known
  if (saga.wasBegun(step)) {
    const marked = await findMarked(working)
    if (marked !== undefined) return made(working, marked)
  }
  const found = existingPerson === 'reuse' ? await findByEmail(input.person.email, working) : undefined
  await allowed
  if (found !== undefined) return saga.settle(step, { id: found, isNew: false })
  if (saga.wasBegun(step)) saga.checkSettled(step)
  const person = await saga.step(step, async () => ({ id: await makePerson(input, working), isNew: true }))
  return made(working, person.id)
}

function made({ saga }: Working, id: string): Applicant {
  saga.wrote(`Person ${id} was made and stays.`)
  return saga.settle(step, { id, isNew: true })
}

async function findMarked({ saga, client, integration }: Working): Promise<string | undefined> {
  if (!integration.settings.actions.markPeople) return undefined
  try {
    const filters: IcimsFilter[] = [{ name: 'person.externalid', value: [saga.id], operator: '==' }]
    return (await client.searchPage('people', filters, '0'))[0]
  } catch (error) {
    // A tenant may hide the field: then nothing can be said.
    if (error instanceof FatalError && !error.isAuthentication) return undefined
    throw error
  }
}

/** Of several people the oldest one, save for those that are known to have been merged into another. */
async function findByEmail(email: string, { saga, client, store, integration }: Working): Promise<string | undefined> {
  const filters: IcimsFilter[] = [{ name: 'person.email', value: [email], operator: '==' }]
  const found = await client.searchPage('people', filters, '0')
  const merged = found.length > 1 ? await findPrimaries(store, integration.id, found) : new Map<string, string>()
  const people = found.filter((id) => !merged.has(id))
  const [first = found[0]] = people
  if (people.length > 1) {
    saga.warn(`${people.length} people in iCIMS have this e-mail address (${people.join(', ')}): ${first} was taken.`)
  }
  return first
}

async function makePerson(input: Applying, { saga, client, integration }: Working): Promise<string> {
  const { actions, candidateFolders } = integration.settings
  const [folder] = candidateFolders
  const fields = {
    ...input.person,
    ...toPhones(input.phone, actions.phoneType),
    ...input.more,
    ...input.source,
    // Where only some folders are read, a person in none of them would never be seen again.
    ...(folder !== undefined && { folder: /^[CD]\d+$/.test(folder) ? { id: folder } : { value: folder } }),
  }
  if (!actions.markPeople) return tellWarnings(saga, await client.createPerson(fields))
  try {
    return tellWarnings(saga, await client.createPerson({ ...fields, externalid: saga.id }))
  } catch (error) {
    if (!(error instanceof RefusedError && /\bexternalid\b/i.test(error.message))) throw error
    return tellWarnings(saga, await client.createPerson(fields))
  }
}

/** A phone number as a group of the collection of them (D7). */
export function toPhones(phone: string | null, type: string | null): { phones?: object[] } {
  if (phone === null) return {}
  return { phones: [{ ...(type !== null && { phonetype: { id: type } }), phonenumber: phone }] }
}

function tellWarnings(saga: Working['saga'], { id, warnings }: { id: string; warnings: string | null }): string {
  if (id === '') {
    throw new RetriableError('iCIMS did not tell the address of the new person.', { isServerFault: true })
  }
  // The mark is ours alone: that it was passed over is no loss to the caller.
  if (warnings !== null && !/^4:externalid:[^,]*$/.test(warnings)) saga.warn(`iCIMS warns: ${warnings}`)
  return id
}
