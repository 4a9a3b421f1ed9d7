import type { IcimsForm, IcimsFormQuestion } from '../icims/form.ts'
import { describeModel, doc, infer, none, type RecordOf } from './model.ts'
import { type QuestionFormat, toQuestionFormat } from './question-format.ts'

export const screeningQuestionModel = describeModel({
  name: 'ats_screening_questions',
  label: 'Screening questions',
  hasRemoteId: true,
  fields: {
    title: infer('id of a question of the iForm that the integration names', 'No questions until it names one.'),
    description: none,
    category: none,
    required: doc('required of a question (IFRM)'),
    index: infer('order of the questions in the answer'),
    format: infer('type of a question (IFRM)', 'The choices of a drop-down are not shown by iCIMS.'),
  },
  links: {},
})

/** The remote id of a question: its form's name and its own id. */
export function screeningQuestionId(form: string, question: string): string {
  return `form ${form} question ${question}`
}

/** Maps the questions of a form to the unified model. */
export function toScreeningQuestions(form: IcimsForm): RecordOf<typeof screeningQuestionModel>[] {
  return form.questions.map((question, index) => toQuestion(form.name, question, index))
}

function toQuestion(form: string, question: IcimsFormQuestion, index: number): RecordOf<typeof screeningQuestionModel> {
  const format: QuestionFormat = toQuestionFormat(question)
  return {
    remoteId: screeningQuestionId(form, question.id),
    links: {},
    fields: {
      title: question.id,
      description: null,
      category: null,
      required: question.required ?? null,
      index,
      format,
    },
  }
}
