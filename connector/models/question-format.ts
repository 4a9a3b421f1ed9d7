import type { IcimsFormQuestion } from '../icims/form.ts'
import type { JsonObject } from './record.ts'

/** How a question is answered, as the unified API has it. */
export type QuestionFormat = JsonObject

/**
 * Formats by the type of a question, in lower case: TEXTFIELD is printed (IFRM), the others are called as their answers are
 * (D21). Choices are not shown, so there are none.
 */
const formats: Readonly<Record<string, QuestionFormat>> = {
  textfield: { type: 'TEXT', display_type: 'SINGLE_LINE' },
  text: { type: 'TEXT', display_type: 'SINGLE_LINE' },
  textarea: { type: 'TEXT', display_type: 'MULTI_LINE' },
  number: { type: 'NUMBER', display_type: 'FIELD' },
  dateonly: { type: 'DATE' },
  dropdown: { type: 'SINGLE_SELECT', display_type: 'DROPDOWN', options: [] },
  radiogroup: { type: 'SINGLE_SELECT', display_type: 'RADIO', options: [] },
  multiselect: { type: 'MULTI_SELECT', options: [] },
  checkbox: { type: 'BOOLEAN' },
  file: { type: 'FILE' },
}

/** The format of a question; a type that the unified API has no word for is passed on as it is. */
export function toQuestionFormat({ type, raw }: IcimsFormQuestion): QuestionFormat {
  const known = type === undefined ? undefined : formats[type.toLowerCase()]
  return known ?? { type: 'UNKNOWN', raw_question: raw as JsonObject }
}
