import { sampleOf } from '../samples.ts'
import type { Json, Site } from '../site.ts'
import { needed } from '../witness.ts'
import { allowed, another, idOf, made, now, pathIn } from './made.ts'

/** A workflow of a person of its own on the run's job. */
export async function freshWorkflow(site: Site, more: object = {}): Promise<string> {
  const associatedprofile = idOf(await another(site, 'people'))
  const body = { associatedprofile, baseprofile: idOf(await made(site, 'jobs')), ...more }
  const answer = await site.ask({ method: 'POST', path: '/applicantworkflows', body })
  return pathIn(site, allowed(answer, 'make applicantworkflows'))
}

/** Statuses that workflows of the sample are in: no list names them. */
export async function knownStatuses(site: Site): Promise<Json[]> {
  const nodes = (await sampleOf(site, 'applicantworkflows')).map(({ body }) => body.status).filter(Boolean)
  return [...new Map(nodes.map((node) => [node.id, node])).values()]
}

/** A fresh workflow, and a status it is not in. */
export async function movable(site: Site): Promise<{ path: string; node: Json }> {
  const path = await freshWorkflow(site)
  const { status } = await now(site, path)
  const others = (await knownStatuses(site)).filter(({ id }) => id !== status?.id)
  return { path, node: needed(others[0], 'no other status is shown') }
}
