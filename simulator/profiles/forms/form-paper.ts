import { formatDateTime } from '../../dates.ts'
import type { Block, Paper } from '../../files/paper/paper.ts'
import type { Stored } from '../../store/store.ts'
import type { FormDefinition } from '../../tenant/forms.ts'
import { isObject } from '../decode-value.ts'
import type { FormData } from './form-data.ts'

/** A filled-out form as a document: whose it is and when it was completed, then the questions by section with their answers. */
export function formPaper(form: FormDefinition, data: FormData, owner: string, completedBy: string | undefined): Paper {
  const entry = (label: string, text: string): Block => ({ kind: 'entry', label, text })
  let section: string | undefined
  const answers = form.questions.flatMap((question): Block[] => {
    const answer = data.answers[question.id]
    if (answer === undefined) return []
    const isNew = question.section !== undefined && question.section !== section
    section = question.section
    return [
      ...(isNew ? [{ kind: 'heading', text: question.section! } as const] : []),
      entry(question.label, answerText(answer)),
    ]
  })
  return {
    title: form.displayName,
    made: data.completeddate,
    blocks: [
      entry(form.type, owner),
      entry('Status', data.status),
      ...(completedBy === undefined ? [] : [entry('Completed by', completedBy)]),
      entry('Completed on', `${formatDateTime(data.completeddate)} UTC`),
      ...(data.signature ? [entry('Signed', 'Yes')] : []),
      ...answers,
    ],
  }
}

function answerText(answer: Stored): string {
  if (Array.isArray(answer)) return answer.join(', ')
  if (answer === true) return 'Yes'
  if (answer === false) return 'No'
  if (!isObject(answer)) return String(answer)
  const { amount, currency, timeframe } = answer
  return [amount, currency, timeframe].filter((part) => part !== undefined).join(' ')
}
