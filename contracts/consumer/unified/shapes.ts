import { Matchers } from '@pact-foundation/pact'

const { eachLike, integer, like, regex, string } = Matchers

/** An id of the unified API: 24 base58 characters. */
export const id = (example: string) => regex('^[1-9A-HJ-NP-Za-km-z]{24}$', example)

/** An instant, as the SDK demands it: with a `T` and a zone. */
export const instant = regex(String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$`, '2026-01-15T15:00:00.000Z')

/** A page whose rows look like this one. */
export const pageOf = (row: object, next: unknown = null) => ({
  status: 'success',
  data: { next, results: eachLike(row) },
})

/** An error, with all four keys: the SDK refuses one without them. */
export const errorOf = (code: string) => ({
  status: 'error',
  error: { code, title: string('What went wrong'), message: string('What to do about it.'), log_url: null },
})

/** What an action answers that has been done. */
export const done = (data: object) => ({ status: 'success', data, warnings: [] })

/** Keys every row has. */
export const row = (example: string, remoteId: string) => ({
  id: id(example),
  remote_id: string(remoteId),
  changed_at: instant,
  remote_deleted_at: null,
})

export const jobId = '3MmHRcWCD4TP5V2g9nf6RW1i'
export const candidateId = 'GkgaMf3VKTiXKc6aGMKSrsLG'
export const applicationId = '4gXRftkRBLcaUeLuAMEyxKs6'
export const stageId = '4R5VKxwunSYGV2QCEKiudxMG'

/** A stage as applications and candidates show it. */
export const stage = {
  id: id(stageId),
  remote_id: string('D10100'),
  name: string('New Submissions - External Portal'),
  index: null,
}

/** The job of an application. */
export const jobOfApplication = { id: id(jobId), name: string('Registered Nurse'), remote_id: string('1071') }

const emails = eachLike({ email_address: string('ann.lindqvist71@example.com'), type: null })
const phones = eachLike({ phone_number: string('608-555-0141'), type: string('MOBILE') })

/** Who applied, as candidates and applications show it. */
export const person = {
  first_name: string('Ann'),
  last_name: string('Lindqvist'),
  email_addresses: emails,
  phone_numbers: phones,
  social_media: [],
  source: string('Careers Page'),
  remote_url: null,
  tags: [],
}

/** An address, whole or in one line. */
export const location = {
  city: string('Madison'),
  country: string('US'),
  state: string('WI'),
  street_1: string('12 Oak Street'),
  zip_code: string('53703'),
}

/** A job with everything it may have. */
export const job = {
  ...row(jobId, '1071'),
  name: string('Registered Nurse'),
  job_code: string('2026-1071'),
  description: string('<h3>Overview</h3><p>Care for adults.</p>'),
  confidential: null,
  weekly_hours: null,
  employment_type: 'FULL_TIME',
  status: 'OPEN',
  category: string('Nursing'),
  department: string('Patient Care'),
  visibility: 'PUBLIC',
  post_url: string('https://careers-cedarline.icims.com/jobs/1071/registered-nurse/job'),
  experience_level: null,
  salary_amount: null,
  salary_amount_from: like(34.5),
  salary_amount_to: like(48),
  salary_currency: string('USD'),
  salary_period: 'HOUR',
  location,
  custom_fields: {},
  remote_url: null,
  opened_at: instant,
  closed_at: instant,
  remote_created_at: instant,
  remote_updated_at: instant,
  contact_id: null,
  stages: [],
  screening_questions: eachLike({
    id: id('fRrH9h3J4G9XXxBwCSHvwfA3'),
    remote_id: string('form Application_Questions question workauthorization'),
    title: string('workauthorization'),
    description: null,
    category: null,
    required: like(true),
    index: integer(0),
    format: {
      type: regex('^(TEXT|NUMBER|DATE|BOOLEAN|SINGLE_SELECT|MULTI_SELECT|FILE|INFORMATION|UNKNOWN)$', 'UNKNOWN'),
    },
  }),
  job_postings: eachLike({
    id: id('2TWTGGzGZy9BUgj5QHwrfiJ1'),
    remote_id: string('portal 1 job 1071'),
    title: null,
    description_html: null,
    status: 'ACTIVE',
    visibility: 'PUBLIC',
    url: string('https://careers-cedarline.icims.com/jobs/1071/registered-nurse/job'),
  }),
  hiring_team: eachLike({
    id: id('4X7PMea9TMzL9mBn3zKrAUeE'),
    remote_id: string('73'),
    first_name: string('Ann'),
    last_name: string('Lindqvist'),
    email: string('ann.lindqvist73@example.com'),
    hiring_team_roles: eachLike(regex('^(RECRUITER|HIRING_MANAGER)$', 'RECRUITER')),
    job_roles: eachLike({
      remote_id: string('recruiter'),
      remote_label: string('Recruiter'),
      scope: 'JOB',
      unified_type: regex('^(RECRUITER|HIRING_MANAGER)$', 'RECRUITER'),
    }),
  }),
}

/** A candidate who applied. */
export const candidate = {
  ...row(candidateId, '71'),
  ...person,
  company: string('Maple Ridge Hospital'),
  title: string('Registered Nurse'),
  confidential: null,
  location,
  custom_fields: {},
  remote_created_at: instant,
  remote_updated_at: null,
  applications: eachLike({
    id: id(applicationId),
    remote_id: string('10071'),
    outcome: 'PENDING',
    rejection_reason_name: null,
    rejected_at: null,
    remote_url: null,
    changed_at: instant,
    remote_created_at: instant,
    remote_updated_at: null,
    current_stage: stage,
    job: jobOfApplication,
  }),
}

/** An application to a job. */
export const application = {
  ...row(applicationId, '10071'),
  outcome: 'PENDING',
  rejection_reason_name: null,
  rejected_at: null,
  screening_question_answers: [],
  custom_fields: {},
  remote_url: null,
  remote_created_at: instant,
  remote_updated_at: null,
  candidate_id: id(candidateId),
  job_id: id(jobId),
  current_stage_id: id(stageId),
  candidate: { id: id(candidateId), remote_id: string('71'), ...person },
  current_stage: { ...stage, status: null, custom_fields: {} },
  job: jobOfApplication,
  interviews: [],
  offers: [],
}
