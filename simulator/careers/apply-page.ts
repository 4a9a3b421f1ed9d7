import { html } from 'hono/html'
import type { Problem } from '../errors.ts'
import { type Answers, type Question, questions } from './application-form.ts'
import { type Html, page } from './shell.ts'

/** A job that is applied for, and where its pages stand. */
export type AppliedJob = { company: string; title: string; jobPage: string; applyPage: string }

/** The form, with what was filled in already and what did not fit. It works without any script. */
export function formPage(
  { company, title, jobPage, applyPage }: AppliedJob,
  answers: Answers = {},
  problems: readonly Problem[] = [],
): Promise<string> {
  const known = new Set<string | undefined>(questions.map(({ name }) => name))
  const general = problems.filter(({ field }) => !known.has(field))
  const errors =
    problems.length === 0
      ? html``
      : html`<div class="errors" role="alert"><p>Something is not right yet.</p>${general.map(({ message }) => html`<p>${message}</p>`)}</div>`
  const fields = questions.map((question) =>
    field(question, answers[question.name], problems.find((one) => one.field === question.name)?.message),
  )
  return page(
    `${problems.length > 0 ? 'Error: ' : ''}Apply for ${title} at ${company}`,
    html`<p><a href="${jobPage}">${title}</a></p><h1>Apply for ${title}</h1>${errors}
<form method="post" action="${applyPage}" enctype="multipart/form-data">${fields}<button>Send application</button></form>`,
  )
}

function field({ name, label, type, autocomplete, required, max }: Question, value = '', error?: string): Html {
  const hint =
    type === 'file'
      ? html` <small>optional: PDF, Word, RTF or text</small>`
      : required
        ? html``
        : html` <small>optional</small>`
  const wrong = error === undefined ? html`` : html` aria-invalid="true" aria-describedby="${name}-error"`
  const filled =
    type === 'file' ? html` accept=".pdf,.doc,.docx,.rtf,.txt"` : html` value="${value}" maxlength="${max}"`
  const message = error === undefined ? html`` : html`<p id="${name}-error">${error}</p>`
  return html`<div class="field"><label for="${name}">${label}${hint}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}"${required ? html` required` : html``}${filled}${wrong}>${message}</div>`
}

/** The end: everything has arrived. */
export function confirmationPage({ company, title, jobPage }: AppliedJob): Promise<string> {
  return page(
    `Application submitted: ${title} at ${company}`,
    html`<h1>Your application was submitted</h1><p>Thank you. ${company} has your application for
<a href="${jobPage}">${title}</a>.</p>`,
  )
}

/** Somebody who is on the job already. */
export function repeatedPage({ company, title, jobPage }: AppliedJob): Promise<string> {
  return page(
    `Already applied: ${title} at ${company}`,
    html`<h1>You have applied for this job already</h1><p>${company} has your application for
<a href="${jobPage}">${title}</a>.</p>`,
  )
}

/** The partner could not be reached or refused: what it said, and a way to try again. */
export function noAssessmentPage(
  { company, title, jobPage }: AppliedJob,
  retryPage: string,
  shown: string | null,
): Promise<string> {
  return page(
    `Assessment not available: ${title} at ${company}`,
    html`<h1>The assessment cannot be started now</h1><p>Your answers for <a href="${jobPage}">${title}</a> have arrived. One step
is left.</p>${shown === null ? html`` : html`<p class="errors" role="alert">${shown}</p>`}
<form method="post" action="${retryPage}"><button>Try again</button></form>`,
  )
}
