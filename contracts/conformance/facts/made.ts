import { sampleOf } from '../samples.ts'
import type { Answer, Json, Site } from '../site.ts'
import { ContradictedError, NotTestableError, needed, short } from '../witness.ts'

/** What everything that a run makes is called by, so that people know it when they see it. */
export const mark = 'icims-contracts'

/** Profiles a run makes of its own, and changes: it never touches what was there. */
export type MadeType = 'people' | 'jobs' | 'companies'

/** The least a profile of each type is made of (D24), with the mark in its name. */
export const bodies: Readonly<Record<MadeType, Readonly<Record<string, unknown>>>> = {
  people: { firstname: 'Conformance', lastname: mark, email: 'icims-contracts@example.com' },
  jobs: { jobtitle: `Conformance check (${mark})` },
  companies: { name: `Conformance check (${mark})` },
}

/** The answer to the first creation of a type. @throws NotTestableError where this API user may not, or the tenant asks more. */
export function creation(site: Site, type: MadeType): Promise<Answer> {
  return site.once(`creation of ${type}`, async () => allowed(await create(site, type), `make ${type}`))
}

/** The path of the first one made. */
export async function made(site: Site, type: MadeType): Promise<string> {
  return pathIn(site, await creation(site, type))
}

/** The path of one more. */
export async function another(site: Site, type: MadeType, more: object = {}): Promise<string> {
  return pathIn(site, allowed(await create(site, type, more), `make ${type}`))
}

/** A workflow of a person and a job of the run's own. */
export function workflowCreation(site: Site): Promise<Answer> {
  return site.once('creation of a workflow', async () => {
    const [person, job] = [idOf(await made(site, 'people')), idOf(await made(site, 'jobs'))]
    const body = { associatedprofile: person, baseprofile: job, source: mark }
    return allowed(await site.ask({ method: 'POST', path: '/applicantworkflows', body }), 'make applicantworkflows')
  })
}

export async function madeWorkflow(site: Site): Promise<string> {
  return pathIn(site, await workflowCreation(site))
}

/** Where an answer says that something was made. @throws ContradictedError where it says nothing. */
export function pathIn(site: Site, { status, headers, body }: Answer): string {
  const location = headers.get('location')
  if (location === null) throw new ContradictedError(`it is answered ${status} ${short(body)} without a Location`)
  return site.pathOf(location)
}

/** The system id at the end of a path. */
export function idOf(path: string): number {
  return Number(path.slice(path.lastIndexOf('/') + 1))
}

export function change(site: Site, path: string, body: object): Promise<Answer> {
  return site.ask({ method: 'PATCH', path, body })
}

/** A change that must be taken. */
export async function changed(site: Site, path: string, body: object): Promise<Answer> {
  const answer = allowed(await change(site, path, body), `change ${path}`)
  if (answer.status < 300) return answer
  throw new ContradictedError(`the change ${short(body)} is answered ${answer.status} ${short(answer.body)}`)
}

/** A profile as it stands now. */
export async function now(site: Site, path: string, fields?: string): Promise<Json> {
  return (await site.ask({ method: 'GET', path, ...(fields !== undefined && { query: { fields } }) })).body
}

/** Codes of refusals that a tenant's own rules bring: a required field (D13), no access, no right to write (inferred). */
const ofTenant = new Set([1, 3, 7])

/** @throws NotTestableError for a refusal that says something of the API user or the tenant, not of iCIMS. */
export function allowed(answer: Answer, what: string): Answer {
  if (answer.status === 403) throw new NotTestableError(`this API user may not ${what}`)
  const errors: Json[] = answer.status === 400 ? (answer.body?.errors ?? []) : []
  const isOwn = errors.length > 0 && errors.every(({ errorCode }) => ofTenant.has(errorCode))
  const names = errors.map(({ errorMessage }) => String(errorMessage).split(':')[0])
  if (isOwn) throw new NotTestableError(`to ${what}, this tenant asks for, or does not take, ${names.join(', ')}`)
  return answer
}

/** What the tenant requires beside the least is taken over from a profile that is there. */
async function create(site: Site, type: MadeType, more: object = {}): Promise<Answer> {
  const post = (body: object): Promise<Answer> => site.ask({ method: 'POST', path: `/${type}`, body })
  const body = { ...bodies[type], ...more }
  const answer = await post(body)
  const names = requiredIn(answer)
  if (names.length === 0) return answer
  const [first] = await sampleOf(site, type)
  const like = first === undefined ? {} : await now(site, `/${type}/${first.id}`, names.join(','))
  if (!names.every((name) => name in like)) return answer
  return post({ ...body, ...Object.fromEntries(names.map((name) => [name, like[name]])) })
}

/** The fields that a refusal says are missing, where it says nothing else (D13, D24). */
function requiredIn({ status, body }: Answer): string[] {
  const errors: Json[] = status === 400 ? (body?.errors ?? []) : []
  if (!errors.every(({ errorCode }) => errorCode === 1)) return []
  return errors.map(({ errorMessage }) => String(errorMessage).split(':')[0]!)
}

/** A node of a list that is in use, other than one. */
export async function otherNode(
  site: Site,
  list: string,
  not: string | undefined,
): Promise<{ id: string; value: string }> {
  const { children } = (await site.get(`/v2/lists/${list}`)).body
  return needed(
    children?.find(({ id, hidden }: Json) => id !== not && hidden !== true),
    `the list ${list} shows no other item`,
  )
}
