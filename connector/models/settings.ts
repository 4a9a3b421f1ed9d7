import { z } from 'zod'
import { actionSettings } from './action-settings.ts'
import { assessmentSettings } from './assessment-settings.ts'

const text = z.string().trim().min(1)
const list = z.array(text)
const unified = <Value extends string>(...values: readonly Value[]) => z.record(text, z.enum(values)).default({})

/**
 * Where a value stands in a profile: a field, in a collection a child of the entry that is marked primary, or else the first,
 * and of an object a part, such as the `amount` of a salary or the `value` of a list item. The value keeps its JSON type.
 */
function source<Profile extends string>(profile: Profile) {
  return z.strictObject({
    profile: z.literal(profile),
    field: text.regex(/^[a-z][a-z0-9_]*$/, 'names of fields are lower case'),
    child: text.optional(),
    part: text.optional(),
  })
}

const person = source('person')

/** What one customer's integration maps differently; everything has a default. */
export const settingsSchema = z.strictObject({
  /** Folders whose people are no candidates, by id: hiring managers (PY1). */
  excludedFolders: list.default(['D32011', 'D32012']),
  /** Read only people of these folders; of all when empty. */
  candidateFolders: list.default([]),
  /** Login groups whose people are users, by id or text; those KB names, which a customer may have renamed. */
  userLoginGroups: list.default(['User Admin', 'Recruiter', 'Onboarding', 'Hiring Manager', 'Agency']),
  /** Statuses that are stages before any workflow was seen in them; their names here count more than what iCIMS shows. */
  stages: z.array(z.strictObject({ id: text, name: text })).default([]),
  /** Outcomes of the customer's own statuses, by status id. */
  outcomes: unified('PENDING', 'HIRED', 'DECLINED'),
  /** Unified job status by the job's folder, its id or its text. */
  jobStatuses: unified('OPEN', 'CLOSED', 'DRAFT', 'ARCHIVED'),
  /** Unified employment type by position type or hire type, its id or its text. */
  employmentTypes: unified('FULL_TIME', 'PART_TIME', 'CONTRACT', 'SEASONAL', 'INTERNSHIP'),
  /** Unified salary period by iCIMS's timeframe. */
  salaryPeriods: unified('YEAR', 'MONTH', 'TWO_WEEKS', 'WEEK', 'DAY', 'HOUR'),
  /** Type of a phone number by its list item, the item's id or its text. */
  phoneTypes: z.record(text, text).default({}),
  /** ISO 3166-1 alpha-2 by the name of a country. */
  countries: z.record(text, z.string().regex(/^[A-Z]{2}$/)).default({}),
  /** The tenant's own texts for a gender. */
  genders: z.strictObject({ MALE: text, FEMALE: text, OTHER: text }).partial().default({}),
  /** Portals that are read for postings: by id or name, and who may see them where their address does not tell. */
  portals: z
    .array(z.strictObject({ id: text, visibility: z.enum(['PUBLIC', 'INTERNAL', 'UNLISTED']).optional() }))
    .default([]),
  /** The iForm whose questions are the screening questions, by its name. */
  screeningForm: text.nullable().default(null),
  /** A candidate's employer and job title; from the newest work experience where nothing is named. */
  company: person.nullable().default(null),
  title: person.nullable().default(null),
  /** Fields that hold an address in a social network: iCIMS has none of its own. */
  socialMedia: z.array(person).default([]),
  /** The client's own fields, by their key, and where their values stand; null: nothing fills it yet. */
  customFields: z
    .strictObject({
      job: z.record(text, source('job').nullable()).default({}),
      candidate: z.record(text, person.nullable()).default({}),
      application: z.record(text, source('applicantworkflow').nullable()).default({}),
    })
    .prefault({}),
  /** Fields that are passed through as they are, by their names. */
  integrationFields: z
    .strictObject({ job: list.default([]), candidate: list.default([]), application: list.default([]) })
    .prefault({}),
  /** Whether rows carry what iCIMS answered. */
  remoteData: z.boolean().default(false),
  /** What the actions write. */
  actions: actionSettings.prefault({}),
  /** How assessments are ordered. */
  assessment: assessmentSettings.prefault({}),
})

export type MappingSettings = Readonly<z.output<typeof settingsSchema>>

/** Settings as they are written down: what is left out has its default. */
export type MappingSettingsInput = Readonly<z.input<typeof settingsSchema>>

export type FieldSource = { profile: string; field: string; child?: string | undefined; part?: string | undefined }

export const defaultMapping: MappingSettings = settingsSchema.parse({})
