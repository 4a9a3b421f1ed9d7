import type { IcimsClient } from '../icims/client.ts'
import { decodeReference, isObject } from '../icims/decode.ts'
import { RecordError } from '../icims/errors.ts'
import type { MappingSettings } from '../models/settings.ts'
import type { Sample } from './check-fields.ts'
import { checkProfile } from './check-profile.ts'
import { checkWrites, type WriteCheck } from './check-writes.ts'
import {
  addressPermission,
  permissions,
  portalPermission,
  resumePermission,
  signIn,
  writePermissions,
} from './permissions.ts'
import { allowed, type CheckStep, type Finding, skipped, toStep, tried } from './report.ts'

/**
 * Tries out every permission that a sync and the actions need, in a few dozen calls. Each step says what was seen and how it
 * is known whether it is allowed. Nothing is written unless that is asked for.
 */
export async function* checkIntegration(
  client: IcimsClient,
  settings: MappingSettings,
  writes?: WriteCheck,
): AsyncGenerator<CheckStep> {
  const first = await tried(signIn, async () => {
    const { name, platformUrl } = await client.getCustomer()
    const seen = `${name ?? 'A customer without a name'}${platformUrl ? `, ${platformUrl}` : ''}`
    return allowed(seen, 'iCIMS took the credentials and told who the customer is.')
  })
  yield first
  if (first.state !== 'PASSED') {
    for (const one of permissions.slice(1)) yield toStep(one, skipped('The sign-in failed.'))
    return
  }
  // Workflows name people and jobs: they tell whether a search that finds none of these may be believed.
  const workflows = yield* checkProfile(client, 'applicantworkflow', settings, [])
  const jobs = yield* checkProfile(client, 'job', settings, namedBy(workflows, 'baseprofile'))
  const people = yield* checkProfile(client, 'person', settings, namedBy(workflows, 'associatedprofile'))
  yield await tried(addressPermission, () => checkAddress(client, jobs))
  yield await tried(portalPermission, () => checkPortals(client, settings))
  yield await tried(resumePermission, () => checkResume(client, people))
  if (writes !== undefined) yield* checkWrites(client, writes)
  else for (const one of writePermissions) yield toStep(one, skipped('Nothing is written by this check.'))
}

function namedBy(samples: readonly Sample[], field: string): string[] {
  return samples.flatMap(({ raw }) => decodeReference(raw, field) ?? [])
}

async function checkAddress(client: IcimsClient, jobs: readonly Sample[]): Promise<Finding> {
  for (const { id, raw } of jobs) {
    const place = raw.joblocation
    if (!isObject(place)) continue
    const { companyid, id: entry } = place
    if (companyid === undefined || entry === undefined) continue
    await client.getCompanyAddress(String(companyid), String(entry))
    return allowed(`The address of company ${companyid} that job ${id} names`, 'It was read.')
  }
  return skipped('No job that was read names a location.')
}

async function checkPortals(client: IcimsClient, { portals }: MappingSettings): Promise<Finding> {
  if (portals.length === 0) return skipped('The settings name no portal.')
  const counts: string[] = []
  for (const { id } of portals) counts.push(`${(await client.searchPortal(id, [])).length} on ${id}`)
  return allowed(`Jobs: ${counts.join(', ')}`, 'The portals answer.')
}

async function checkResume(client: IcimsClient, people: readonly Sample[]): Promise<Finding> {
  if (people.length === 0) return skipped('There is no person to read.')
  for (const { id } of people) {
    const name = await client.findResume(id)
    if (name === undefined) continue
    const { bytes } = await client.readResume(id)
    return allowed(`The résumé of person ${id}, ${bytes} characters as text`, 'It was read.')
  }
  const seen = `None of ${people.length} people shows a résumé.`
  const schema = await client.listProfileFields('person').catch((error: unknown) => {
    if (!(error instanceof RecordError)) throw error
  })
  if (schema === undefined) {
    return { state: 'WARNING', verdict: 'unknown', seen, how: 'They have none, or it is hidden: nothing tells which.' }
  }
  const isNamed = schema.has('resume')
  const how = isNamed
    ? 'The schema of a person names the field (that it would not if hidden is our inference).'
    : 'The schema of a person does not name the field: it is hidden, or not in use.'
  return { state: isNamed ? 'PASSED' : 'WARNING', verdict: isNamed ? 'empty' : 'not-allowed', seen, how }
}
