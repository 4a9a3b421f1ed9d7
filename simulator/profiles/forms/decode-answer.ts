import { isDateOnly, parseDateTime } from '../../dates.ts'
import type { Stored } from '../../store/store.ts'
import type { FieldKind } from '../../tenant/fields/field.ts'
import type { FormQuestion, QuestionType } from '../../tenant/forms.ts'
import type { ProfilesContext } from '../context.ts'
import { decodeValue, ValueError } from '../decode-value.ts'

/**
 * Marks that no text may hold inside `<…>`, `<<…>>` or `>…<` (D21): the platform checks the answers of text fields and areas
 * for them, whoever sends them.
 */
const refusedMarks = /<[^>]*[<'"\\/`][^>]*>|>[^<]*[>'"\\/`][^<]*</

/** Answers that are read as a profile field of this kind is. */
const asField: Partial<Record<QuestionType, FieldKind>> = { salary: 'salary', currency: 'currency' }

/**
 * Reads an answer into its stored form, which is also the one it is shown in (D21).
 *
 * @throws ValueError when it does not fit the question.
 */
export function decodeAnswer(question: FormQuestion, value: unknown, context: ProfilesContext): Stored {
  const kind = asField[question.type]
  if (kind !== undefined) return decodeValue(value, { name: question.id, kind }, context)
  return readers[question.type]!(value, question)
}

type Read = (value: unknown, question: FormQuestion) => Stored

const text: Read = (value) => {
  if (typeof value !== 'string') throw new ValueError('The value must be a text.')
  if (refusedMarks.test(value)) throw new ValueError('The text holds characters that are not permitted inside < and >.')
  return value
}

const choice: Read = (value, { options = [] }) => {
  if (typeof value !== 'string') throw new ValueError('The value must be a text.')
  if (!options.includes(value)) throw new ValueError(`The value must be one of ${options.join(', ')}.`)
  return value
}

const flag: Read = (value) => {
  if (typeof value !== 'boolean') throw new ValueError('The value must be true or false.')
  return value
}

const readers: Partial<Record<QuestionType, Read>> = {
  text,
  textarea: text,
  number: (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new ValueError('The value must be a number.')
    return value
  },
  dateonly: (value) => {
    // A question that collects month and year only takes yyyy-mm (D21); which do is not known to web services.
    const isMonth = typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) && isDateOnly(`${value}-01`)
    if (typeof value !== 'string' || !(isMonth || isDateOnly(value))) {
      throw new ValueError('The value must be a date, yyyy-MM-dd.')
    }
    return value
  },
  datetime: (value) => {
    if (typeof value !== 'string' || parseDateTime(value) === undefined || isDateOnly(value)) {
      throw new ValueError('The value must be a date and time, yyyy-MM-dd hh:mm a.')
    }
    return value
  },
  dropdown: choice,
  radiogroup: choice,
  multiselect: (value, question) => {
    if (!Array.isArray(value)) throw new ValueError('The value must be an array of texts.')
    return value.map((item) => choice(item, question))
  },
  checkbox: flag,
  radio: flag,
}
