/** What a question takes for an answer (D21). `radio` is taken as it comes: web services do not support it. */
export type QuestionType =
  | 'text'
  | 'textarea'
  | 'number'
  | 'dateonly'
  | 'datetime'
  | 'salary'
  | 'currency'
  | 'dropdown'
  | 'multiselect'
  | 'checkbox'
  | 'radiogroup'
  | 'radio'

/**
 * How a question is filled beforehand, and where its answer goes (IFRM): `text` a fixed text, `column` a value of a search,
 * `sync` a profile field both ways, `copy` a profile field that takes the answer, filled beforehand by `from`.
 */
export type Prefill =
  | { kind: 'text'; text: string }
  | { kind: 'column' }
  | { kind: 'sync'; field: string }
  | { kind: 'copy'; field: string; from?: { kind: 'text'; text: string } | { kind: 'column' } }

/** One question of a form, under its id. */
export type FormQuestion = {
  id: string
  /** What is asked; the API shows it in the rendered forms only. */
  label: string
  type: QuestionType
  required?: boolean
  searchable?: boolean
  section?: string
  /** The choices of a dropdown, a multiselect or a radio group. */
  options?: readonly string[]
  prefill?: Prefill
}

/** One iForm of the tenant (IFRM, SCHM). */
export type FormDefinition = {
  id: number
  /** What addresses and `formname` call it. */
  name: string
  displayName: string
  /** The type of profile it is filled out for. */
  type: 'Person' | 'Job' | 'Recruiting Workflow' | 'Onboarding Workflow'
  standardizedLevel: 'STANDARD' | 'STANDARD_EDITED' | 'CUSTOM' | 'ACKNOWLEDGEMENT'
  isPublicAnswers: boolean
  /** Disabled or archived: web services refuse it. */
  disabled?: boolean
  questions: readonly FormQuestion[]
}

/** Whether web services can handle a form: its question ids must be plain names (IFRM), and none may be a key of the envelope. */
export function isCompatible({ questions }: FormDefinition): boolean {
  return questions.every(({ id }) => /^\w+$/.test(id) && !envelopeKeys.has(id))
}

/** What a filled-out form says about itself, beside the answers (SCHM). */
const envelopeKeys: ReadonlySet<string> = new Set([
  'formname',
  'status',
  'owner',
  'requestedby',
  'requesteddate',
  'completedby',
  'completeddate',
  'updatedby',
  'updatedfor',
  'updateddate',
  'signature',
])
