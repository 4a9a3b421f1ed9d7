import { z } from '@hono/zod-openapi'
import { isEmail } from '../models/email.ts'
import { attachment } from './file.ts'

/** A text that is not empty, and that every database and every wire can carry. */
export const text = z
  .string()
  .trim()
  .min(1)
  .refine((value) => value.isWellFormed() && !value.includes('\0'), 'must be well-formed text')

/** An address of the web. */
export const webAddress = text.refine(isWebAddress, 'must be an address that starts with http:// or https://')

/** Input that iCIMS, or this connector, has no place for: it is taken, and a warning names it. */
const untaken = z.unknown().optional()

/** Who applies, as the unified API takes it. */
const candidate = z.object({
  first_name: text,
  last_name: text,
  email_address: text.max(128).refine(isEmail, 'must be an e-mail address'),
  phone_number: text.max(32).nullish(),
  gender: z.enum(['MALE', 'FEMALE', 'OTHER']).nullish(),
  social_links: z
    .array(z.object({ url: webAddress }))
    .max(50)
    .nullish(),
  additional_email_addresses: untaken,
  additional_phone_numbers: untaken,
  company: untaken,
  title: untaken,
  location: untaken,
  availability_date: untaken,
  salary_expectations: untaken,
})

/** Where an application comes from; iCIMS takes 128 characters of each. */
const source = z.object({
  name: text.max(128).nullish(),
  unified_key: text.max(128).nullish(),
  id: text.max(128).nullish(),
})

/** What both ways of applying take, beside the job and the stage. */
export const applicantBody = z.object({
  candidate,
  attachments: z.array(attachment).nullish(),
  source: source.nullish(),
  sourced_by: untaken,
  gdpr_consent: untaken,
  screening_question_answers: untaken,
  remote_fields: untaken,
})

export type ApplicantBody = z.output<typeof applicantBody>

/** The names of what was sent and has no place in iCIMS. */
export function untakenNames(body: ApplicantBody): string[] {
  const ofCandidate = [
    'additional_email_addresses',
    'additional_phone_numbers',
    'company',
    'title',
    'location',
    'availability_date',
    'salary_expectations',
  ] as const
  const ofCall = ['sourced_by', 'gdpr_consent', 'screening_question_answers', 'remote_fields'] as const
  return [
    ...ofCandidate.filter((name) => isGiven(body.candidate[name])).map((name) => `candidate.${name}`),
    ...ofCall.filter((name) => isGiven(body[name])),
  ]
}

function isGiven(value: unknown): boolean {
  if (value === undefined || value === null) return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)
}
