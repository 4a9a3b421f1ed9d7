import type { ApiScope } from './app.ts'
import { loadAll } from './list.ts'

/** The questions asked for every job, as `jobs[].screening_questions[]` shows them, in their order. */
export async function loadScreeningQuestions(scope: ApiScope): Promise<Record<string, unknown>[]> {
  const questions = new Map((await loadAll(scope, 'ats_screening_questions')).map((row) => [row.id, row]))
  const asked = await loadAll(scope, 'ats_join_jobs_screening_questions')
  return asked
    .flatMap(({ columns }) => questions.get(String(columns.question_id)) ?? [])
    .toSorted((a, b) => Number(a.fields.index) - Number(b.fields.index))
    .map(({ id, remoteId, fields }) => ({ id, remote_id: remoteId, ...fields }))
}
