import type { FormDefinition, FormQuestion, Prefill, QuestionType } from '../../tenant/forms.ts'

type Json = Record<string, unknown>

/** The questions of a form by id, with how each is filled beforehand (IFRM; the words for types but TEXTFIELD are inferred). */
export function formMeta({ questions }: FormDefinition): Json {
  return Object.fromEntries(
    questions.map(({ id, type, required = false, searchable = false, section, prefill }) => [
      id,
      {
        type: type === 'text' ? 'TEXTFIELD' : type.toUpperCase(),
        required,
        searchable,
        ...(section !== undefined && { section }),
        ...(prefill !== undefined && { data: prefillMeta(prefill) }),
      },
    ]),
  )
}

/** Kinds of prefill by the numbers and the words of IFRM's sample. */
const kinds = {
  text: { id: -1, text: 'Prepopulate with Custom Text' },
  column: { id: 1, text: 'Prepopulate with Search Column Value' },
  sync: { id: -2, text: 'Sync with Profile Field' },
  copy: { id: -3, text: 'Copy to Profile Field' },
} as const

function prefillMeta(prefill: Prefill): Json {
  const type = kinds[prefill.kind]
  switch (prefill.kind) {
    case 'text':
      return { text: prefill.text, type }
    case 'column':
      return { type }
    case 'sync':
      return { field: prefill.field, type }
    case 'copy': {
      const { field, from } = prefill
      // The sample names the text of an inner prefill `data`, that of an outer one `text`.
      const inner =
        from === undefined ? {} : { ...(from.kind === 'text' && { data: from.text }), type: kinds[from.kind] }
      return { field, ...(from !== undefined && { data: inner }), type }
    }
  }
}

const text = { type: 'string' }
const link = { type: 'object', properties: { profile: text, id: { type: 'integer' }, value: text } }
const money = { currency: text, amount: { type: 'number' } }

const answers: Readonly<Record<QuestionType, Json>> = {
  text,
  textarea: text,
  number: { type: 'number' },
  dateonly: { format: 'date', type: 'string' },
  datetime: text,
  salary: { type: 'object', properties: { ...money, timeframe: text } },
  currency: { type: 'object', properties: money },
  dropdown: text,
  multiselect: { type: 'array', items: text },
  checkbox: { type: 'boolean' },
  radiogroup: text,
  radio: { type: 'boolean' },
}

/** The JSON schema of a filled-out form (SCHM). */
export function formDataSchema({ questions }: FormDefinition): Json {
  const properties = {
    formname: text,
    status: text,
    owner: link,
    requestedby: link,
    requesteddate: text,
    completedby: link,
    completeddate: text,
    updatedby: link,
    updatedfor: link,
    updateddate: text,
    signature: { type: 'boolean' },
    ...Object.fromEntries(questions.map(({ id, type }: FormQuestion) => [id, answers[type]])),
  }
  return { type: 'object', properties }
}

/** The JSON schema of the list of forms, with `formName` as it is spelt there and nowhere else (SCHM). */
export const formListSchema: Json = {
  type: 'object',
  properties: {
    forms: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          standardizedLevel: { type: 'string', enum: ['STANDARD', 'STANDARD_EDITED', 'CUSTOM', 'ACKNOWLEDGEMENT'] },
          isPublicAnswers: { type: 'boolean' },
          displayName: text,
          formName: text,
          id: { type: 'integer' },
          type: text,
        },
      },
    },
  },
}
