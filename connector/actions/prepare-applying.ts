import { toIcimsGender } from '../models/gender.ts'
import type { Preparing } from './action.ts'
import { type ApplicantBody, untakenNames } from './applicant.ts'
import { invalid } from './errors.ts'
import { type PreparedFile, prepareFile } from './file.ts'
import { resolveJob, resolveStage } from './resolve.ts'
import { type IcimsSource, toSource } from './source.ts'

/** Everything an application is made of, in iCIMS's terms. */
export type Applying = {
  jobId: string
  /** Null leaves it to iCIMS. */
  statusId: string | null
  person: { firstname: string; lastname: string; email: string }
  phone: string | null
  /** What else of the person is written, by field. */
  more: Record<string, string>
  source: IcimsSource
  cv: PreparedFile | null
  warnings: string[]
}

/** @throws ActionError */
export async function prepareApplying(
  body: ApplicantBody,
  { jobId, stageId }: { jobId: string; stageId: string | null | undefined },
  preparing: Preparing,
): Promise<Applying> {
  const { settings } = preparing.integration
  const { candidate } = body
  const { written: source, warning } = toSource(body.source, settings.actions)
  const social = toSocialFields(candidate.social_links ?? [], settings.socialMedia)
  const warnings = [
    ...untakenNames(body).map((name) => `${name}: iCIMS takes no such input, so it was not written.`),
    ...(warning === undefined ? [] : [warning]),
    ...social.warnings,
  ]
  const { gender } = candidate
  return {
    jobId: await resolveJob(preparing, jobId),
    statusId: stageId == null ? settings.actions.defaultStage : await resolveStage(preparing, stageId),
    person: {
      firstname: candidate.first_name,
      lastname: candidate.last_name,
      email: candidate.email_address,
    },
    phone: candidate.phone_number ?? null,
    more: { ...(gender != null && { gender: toIcimsGender(gender, settings) }), ...social.fields },
    source,
    // Last: it may have to be fetched.
    cv: await prepareCv(body.attachments ?? [], preparing),
    warnings,
  }
}

async function prepareCv(
  attachments: NonNullable<ApplicantBody['attachments']>,
  { fetchFile }: Preparing,
): Promise<PreparedFile | null> {
  const isCv = attachments.map(({ type }) => type === 'CV')
  if (isCv.filter(Boolean).length > 1) throw invalid('attachments: iCIMS keeps one CV of a person; send one.')
  const files = []
  for (const [index, one] of attachments.entries())
    files.push(await prepareFile(one, `attachments.${index}`, fetchFile))
  return files[0] ?? null
}

/** Links into the fields the integration has for them, in order: iCIMS has none of its own. */
function toSocialFields(
  links: readonly { url: string }[],
  places: readonly { field: string; child?: string | undefined; part?: string | undefined }[],
): { fields: Record<string, string>; warnings: string[] } {
  const free = places.filter(({ child, part }) => child === undefined && part === undefined).map(({ field }) => field)
  const fields = Object.fromEntries(free.flatMap((field, index) => (links[index] ? [[field, links[index].url]] : [])))
  const left = links.slice(free.length)
  return {
    fields,
    warnings: left.map(
      (_, index) =>
        `candidate.social_links.${free.length + index}: the settings of this integration name no field for it (socialMedia), so it was not written.`,
    ),
  }
}
