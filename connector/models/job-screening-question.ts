import type { IcimsForm } from '../icims/form.ts'
import { describeModel, infer, type RecordOf } from './model.ts'
import { screeningQuestionId } from './screening-question.ts'

export const jobScreeningQuestionModel = describeModel({
  name: 'ats_join_jobs_screening_questions',
  label: 'Job-specific screening questions',
  hasRemoteId: false,
  fields: {},
  links: {
    job_id: infer(
      'every job',
      "The form is the customer's: what it asks is asked for every job, so one row stands for all.",
    ),
    question_id: infer('the questions of the iForm that the integration names'),
  },
})

/** Ties the questions of a form to the jobs they are asked for. iCIMS has one form for all of them: no job is named. */
export function toJobScreeningQuestions(form: IcimsForm): RecordOf<typeof jobScreeningQuestionModel>[] {
  return form.questions.map(({ id }) => ({
    remoteId: `every job ${screeningQuestionId(form.name, id)}`,
    links: { job_id: null, question_id: screeningQuestionId(form.name, id) },
    fields: {},
  }))
}
