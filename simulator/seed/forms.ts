import { formatDateTime } from '../dates.ts'
import type { FormOwner } from '../search/filters/formdata.ts'
import type { ProfileData, Stored } from '../store/store.ts'
import { type FormDefinition, type FormQuestion, isCompatible } from '../tenant/forms.ts'
import { day, dayOf, minute } from './calendar.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** Ids of filled-out forms start here; the one seen was a large number too (FORUM3). */
const firstForm = 5_001

/** How many of ten are filled out when their moment has come. */
const shares = { 'Recruiting Workflow': 0.2, Person: 0.6, 'Onboarding Workflow': 0.8, Job: 0 } as const

/** Somebody a form is about, and the job it is about. */
export type Subject = { person: number; data: ProfileData; job: number }

/** Fills out the tenant's forms as the story goes. */
export type FormFiller = {
  /** The moment has come for the forms of this kind: the application, the offer, the first day. */
  fill(type: FormDefinition['type'], owner: FormOwner, subject: Subject, at: number): void
  /** The last id given. */
  last(): number
}

export function createFormFiller(story: Story): FormFiller {
  let last = firstForm - 1
  const usable = story.config.forms.filter((form) => form.disabled !== true && isCompatible(form))
  return {
    fill(type, owner, { person, data, job }, at) {
      for (const form of usable.filter((candidate) => candidate.type === type)) {
        const random = story.random(`form ${form.id}`, owner.id)
        const completed = at + random.int(4, 55) * minute
        if (completed > story.end || !random.chance(shares[type])) continue
        story.put('formdata', ++last, {
          formid: form.id,
          formname: form.name,
          status: 'Complete',
          owner,
          person,
          ...(owner.type !== 'person' && { job }),
          completedby: person,
          requesteddate: at,
          completeddate: completed,
          updateddate: completed,
          signature: form.standardizedLevel !== 'CUSTOM',
          answers: answersTo(story, random, form, data, completed),
        })
      }
    },
    last: () => last,
  }
}

function answersTo(
  story: Story,
  random: Random,
  { questions }: FormDefinition,
  person: ProfileData,
  at: number,
): Record<string, Stored> {
  return Object.fromEntries(
    questions
      .filter(({ required }) => random.chance(0.7) || required === true)
      .map((question) => {
        const { prefill } = question
        const known = prefill?.kind === 'sync' || prefill?.kind === 'copy' ? person[prefill.field] : undefined
        return [question.id, known ?? answerTo(story, random, question, at)]
      }),
  )
}

const remarks = [
  'A friend on the unit told me how well the team works together.',
  'I live nearby and would like to stay in the field.',
  'I am looking for steadier hours and room to learn.',
  'I did part of my training here and would like to come back.',
]

function answerTo(story: Story, random: Random, { type, options = [] }: FormQuestion, at: number): Stored {
  const usual = (): string => (random.chance(0.85) ? (options[0] ?? '') : random.pick(options))
  const pay = { currency: story.place.currency, amount: random.int(18, 52) }
  switch (type) {
    case 'text':
      return 'None'
    case 'textarea':
      return random.pick(remarks)
    case 'number':
      return random.int(0, 15)
    case 'dateonly':
      return dayOf(at + random.int(7, 60) * day)
    case 'datetime':
      return formatDateTime(at)
    case 'salary':
      return { ...pay, timeframe: 'Hourly' }
    case 'currency':
      return pay
    case 'dropdown':
    case 'radiogroup':
      return usual()
    case 'multiselect':
      return random.some(options, random.int(1, 2))
    case 'checkbox':
    case 'radio':
      return true
  }
}
