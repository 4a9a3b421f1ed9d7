import { notFound } from '../errors.ts'
import type { Answer, Exchange, Handler, Handlers } from '../exchange.ts'
import { findForm, listForms } from '../profiles/forms/find-form.ts'
import { readForm } from '../profiles/forms/form-data.ts'
import { formDataSchema, formListSchema, formMeta } from '../profiles/forms/form-schema.ts'
import { renderForm } from '../profiles/forms/render-form.ts'
import { submitForm } from '../profiles/forms/submit.ts'
import { apiActor, objectBody } from './profile-handlers.ts'

const list: Handler = ({ tenant }) => ({
  status: 200,
  body: {
    forms: listForms(tenant).map(({ id, name, type, displayName, standardizedLevel, isPublicAnswers }) => ({
      id,
      formname: name,
      type,
      displayName,
      standardizedLevel,
      isPublicAnswers,
    })),
  },
})

function submit(exchange: Exchange, mayUpdate: boolean): Answer {
  const { id, isNew, warnings } = submitForm(exchange.tenant, objectBody(exchange), mayUpdate, apiActor(exchange))
  for (const warning of warnings) {
    exchange.warnings.push(warning)
    exchange.notes.push({ kind: 'unread-field', subject: warning.field ?? '', reason: warning.message })
  }
  const location = `${exchange.base}/forms/${id}`
  return isNew ? { status: 201, location } : { status: 204, location }
}

/** `/customers/{customerId}/forms`: IFRM, SCHM. */
export const forms: Handlers = {
  listForms: list,
  listFormsAtList: list,
  createForm: (exchange) => submit(exchange, false),
  saveForm: (exchange) => submit(exchange, true),
  getFormListSchema: () => ({ status: 200, body: formListSchema }),
  getFormMeta: ({ tenant, params }) => ({ status: 200, body: formMeta(findForm(tenant, params.formName ?? '')) }),
  getFormDataSchema: ({ tenant, params }) => ({
    status: 200,
    body: formDataSchema(findForm(tenant, params.formName ?? '')),
  }),
  getForm: ({ tenant, base, params, access }) => {
    const [, id] = /^(\d{1,15})$/.exec(params.formDataId ?? '') ?? []
    if (id === undefined) throw notFound('Form')
    const { data } = readForm(tenant, Number(id), access)
    return { status: 200, body: renderForm(tenant, base, data) }
  },
}
