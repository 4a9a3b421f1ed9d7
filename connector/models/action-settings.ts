import { z } from 'zod'

const text = z.string().trim().min(1)
/** iCIMS takes 128 characters. */
const sourceText = text.max(128)
const source = z.strictObject({ source: sourceText.optional(), sourcename: sourceText.optional() })

/** What actions write, and how, for one customer; everything has a default. */
export const actionSettings = z.strictObject({
  /** What becomes of an applicant whose e-mail address a person of iCIMS has already. */
  existingPerson: z.enum(['reuse', 'new']).default('reuse'),
  /** Whether `externalid` of a person who is made holds the id of the action, so that it is known after a crash. */
  markPeople: z.boolean().default(true),
  /** Status of a new application where the call names no stage; iCIMS's own first one unless set. */
  defaultStage: text.nullable().default(null),
  /** List item of a phone number that is written (C12: Mobile). */
  phoneType: text.nullable().default('D83004'),
  /** Written to every application that a call names no source of. */
  source: source.nullable().default(null),
  /** What stands for a `unified_key` of a source. */
  sources: z.record(text, source).default({}),
  /** Name of a result's entry, by id or text, where the call names no package. */
  assessmentPackage: text.nullable().default(null),
  /** Fields of a workflow that hold attributes of a result, by the prefix and the key of each. */
  resultFields: z.record(text, text.regex(/^[a-z][a-z0-9_]*$/, 'names of fields are lower case')).default({}),
})
