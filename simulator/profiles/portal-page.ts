import type { ProfileData } from '../store/store.ts'
import type { Access } from '../tenant/access.ts'
import type { ProfilesContext } from './context.ts'
import { addressText } from './render-profile.ts'

/** The parts of a job's text in the order a portal shows them, and what it calls them. */
const parts = [
  ['overview', 'Overview'],
  ['responsibilities', 'Responsibilities'],
  ['qualifications', 'Qualifications'],
] as const

/** What a portal shows of a job: titles and the HTML of its description, by label (WP; the other keys are inferred). */
export type PortalPage = {
  jobid?: string
  jobtitle: string
  location?: string
  positioncategory?: string
  positiontype?: string
  description: { label: string; value: string }[]
}

/** A job as a portal shows it, without what the caller does not see. */
export function portalDescription(context: ProfilesContext, job: ProfileData, access: Access): PortalPage {
  const seen = (name: string) => (access.hidesField('job', name) === undefined ? job[name] : undefined)
  const label = (name: string): string | undefined => context.lists.node(String(seen(name)))?.value
  const location = seen('joblocation') as { companyid: number; entry: number } | undefined
  const page: Record<string, unknown> = {
    jobid: seen('jobid'),
    jobtitle: String(job.jobtitle ?? ''),
    location: location === undefined ? undefined : addressText(context, location)?.trim(),
    positioncategory: label('positioncategory'),
    positiontype: label('positiontype'),
    description: parts.flatMap(([name, title]) => {
      const value = seen(name)
      return value === undefined ? [] : [{ label: title, value: String(value) }]
    }),
  }
  return Object.fromEntries(Object.entries(page).filter(([, value]) => value !== undefined)) as PortalPage
}

/** The choices of a portal's filter: ids to filter by and what people read (D26). */
export function portalOptions({ store, lists }: ProfilesContext, list: string): { id: string; value: string }[] {
  if (list !== 'companies') return lists.nodes(list).map(({ id, value }) => ({ id, value }))
  return [...store.each('company')].map(({ id, data }) => ({ id: String(id), value: String(data.name ?? '') }))
}
