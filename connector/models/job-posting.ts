import type { IcimsPortalJob } from '../icims/portal.ts'
import { toRemoteData } from './field-source.ts'
import { describeModel, doc, infer, none, type RecordOf, remoteData } from './model.ts'
import type { MappingSettings } from './settings.ts'
import { portalVisibility, type Visibility, widestVisibility } from './visibility.ts'

export const jobPostingModel = describeModel({
  name: 'ats_job_postings',
  label: 'Job postings',
  hasRemoteId: true,
  fields: {
    title: none,
    description_html: none,
    status: doc('a portal lists what is posted to it (D26)', 'A posting that is taken down is deleted.'),
    visibility: infer('the host of portalUrl, or the portal as the integration has it'),
    url: doc('portalUrl of a portal (D26)', 'None until the integration names portals.'),
    remote_data: remoteData,
  },
  links: { job_id: doc('id of a portal row (D26)') },
})

/** What a job shows of a posting. */
export type Posting = { url: string | null; visibility: Visibility | null }

type Portal = MappingSettings['portals'][number]

/** The remote id of a job's posting on a portal: iCIMS gives it none. */
export function jobPostingId(portal: Portal, jobId: string): string {
  return `portal ${portal.id} job ${jobId}`
}

/** Maps a row of a portal to the unified model. */
export function toJobPosting(
  { jobId, portalUrl, raw }: IcimsPortalJob,
  portal: Portal,
  settings: MappingSettings,
): RecordOf<typeof jobPostingModel> {
  return {
    remoteId: jobPostingId(portal, jobId),
    links: { job_id: jobId },
    fields: {
      title: null,
      description_html: null,
      status: 'ACTIVE',
      visibility: portal.visibility ?? portalVisibility(portalUrl),
      url: portalUrl ?? null,
      remote_data: toRemoteData([[`/search/portals/${portal.id}`, raw]], settings),
    },
  }
}

/** Who may see a job, and where the public finds it: an address inside the company is none. */
export function toPosted(postings: readonly Posting[]): { visibility: Visibility | null; post_url: string | null } {
  const open = postings.filter(({ visibility }) => visibility !== 'INTERNAL')
  const first = open.find(({ visibility }) => visibility === 'PUBLIC') ?? open[0]
  return { visibility: widestVisibility(postings.map(({ visibility }) => visibility)), post_url: first?.url ?? null }
}
