import { notFound } from '../errors.ts'
import type { Answer, Exchange, Handler, Handlers } from '../exchange.ts'
import type { Paper } from '../files/paper/paper.ts'
import { paperPdf } from '../files/paper/paper-pdf.ts'
import { paperRtf } from '../files/paper/paper-rtf.ts'
import { paperText } from '../files/paper/paper-text.ts'
import { isObject } from '../profiles/decode-value.ts'
import { findForm, listForms } from '../profiles/forms/find-form.ts'
import { readForm } from '../profiles/forms/form-data.ts'
import { formPaper } from '../profiles/forms/form-paper.ts'
import { formDataSchema, formListSchema, formMeta } from '../profiles/forms/form-schema.ts'
import { renderForm } from '../profiles/forms/render-form.ts'
import { submitForm } from '../profiles/forms/submit.ts'
import type { Tenant } from '../tenant/tenant.ts'
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

/** A filled-out form as a document (FORUM3, IFRM). That .doc holds RTF is inferred: Word opens it. */
async function writeForm(paper: Paper, name: string, as: string, { config }: Tenant): Promise<Answer> {
  const file = (bytes: Uint8Array, type: string): Answer => ({
    status: 200,
    bytes,
    headers: { 'content-type': type, 'content-disposition': `attachment;filename="${name}.${as}"` },
  })
  if (as === 'txt') return file(Buffer.from(paperText(paper), 'utf8'), 'text/plain;charset=UTF-8')
  if (as === 'doc') return file(Buffer.from(paperRtf(paper), 'utf8'), 'application/msword')
  return file(await paperPdf(paper, config.region), 'application/pdf')
}

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
  getForm: async ({ tenant, base, params, access }) => {
    const [, id, as] = /^(\d{1,15})(?:\.(txt|pdf|doc))?$/i.exec(params.formDataId ?? '') ?? []
    if (id === undefined) throw notFound('Form')
    const { form, data } = readForm(tenant, Number(id), access)
    const body = renderForm(tenant, base, data)
    if (as === undefined) return { status: 200, body }
    const nameOf = (link: unknown): string | undefined => (isObject(link) ? String(link.value) : undefined)
    const paper = formPaper(form, data, nameOf(body.owner) ?? '', nameOf(body.completedby))
    return writeForm(paper, `${form.name}_${id}`, as.toLowerCase(), tenant)
  },
}
