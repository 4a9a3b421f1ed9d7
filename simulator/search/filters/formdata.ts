import type { ProfileData } from '../../store/store.ts'
import type { Words } from '../../tenant/words.ts'
import { fold } from '../fold.ts'
import { type Column, type Filter, integerColumn, textColumn } from './filter.ts'

/** Whose a filled-out form is, as stored: the profile it was filled out for. */
export type FormOwner = { type: 'person' | 'job' | 'applicantworkflow' | 'onboardworkflow'; id: number }

/** A form by its number, its name, or what people call it. */
function form(word: string, { config }: Words): string[] {
  const wanted = fold(word)
  const named = config.forms.filter(({ id, name, displayName }) =>
    [String(id), name, displayName].some((text) => fold(text) === wanted),
  )
  return named.map(({ id }) => String(id))
}

function column(name: string, read: (data: ProfileData) => unknown, more: { indexed?: true } = {}): Column {
  return {
    name,
    type: 'text',
    ...more,
    from(data) {
      const value = read(data)
      return value === undefined || value === null ? null : String(value)
    },
  }
}

/** The id of the owner of a form of one type. */
const ownedBy = (name: string, type: FormOwner['type']): Column =>
  column(name, ({ owner }) => ((owner as FormOwner | undefined)?.type === type ? (owner as FormOwner).id : undefined), {
    indexed: true,
  })

/** What a form of a recruiting workflow hangs on, beside the workflow itself. */
const ofSubmittal = (name: string, field: 'person' | 'job'): Column =>
  column(name, (data) =>
    (data.owner as FormOwner | undefined)?.type === 'applicantworkflow' ? data[field] : undefined,
  )

/** Search filters of filled-out forms: SRCH; `person.id` is iCIMS's own staff's (FORUM3). */
export const formdataFilters: readonly Filter[] = [
  { name: 'id', kind: 'number', column: 'id' },
  {
    name: 'formid',
    kind: 'multiselect',
    column: column('formid', (data) => data.formid, { indexed: true }),
    resolve: form,
  },
  { name: 'formstatus', kind: 'multiselect', column: textColumn('formstatus', 'status') },
  { name: 'updateddate', kind: 'date', column: integerColumn('updateddate', 'updateddate', { indexed: true }) },
  { name: 'completeddate', kind: 'date', column: integerColumn('completeddate') },
  { name: 'form.formname', kind: 'text', column: textColumn('formname') },
  // By analogy with those beside it: the page names none for forms of jobs.
  { name: 'jobformjobid', kind: 'text', column: ownedBy('jobformjobid', 'job') },
  { name: 'personformpersonid', kind: 'text', column: ownedBy('personformpersonid', 'person') },
  {
    name: 'submittalformsubmittalid',
    kind: 'text',
    column: ownedBy('submittalformsubmittalid', 'applicantworkflow'),
  },
  { name: 'submittalformpersonid', kind: 'text', column: ofSubmittal('submittalformpersonid', 'person') },
  { name: 'submittalformjobid', kind: 'text', column: ofSubmittal('submittalformjobid', 'job') },
  {
    name: 'onboardworkflowformonboardworkflowid',
    kind: 'text',
    column: ownedBy('onboardworkflowformonboardworkflowid', 'onboardworkflow'),
  },
  {
    name: 'person',
    relation: 'person',
    column: integerColumn('person', 'person', { indexed: true }),
  },
]
