import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applications } from '../../../connector/api/applications.ts'
import { candidates } from '../../../connector/api/candidates.ts'
import { type ChangeSource, whereChanged } from '../../../connector/api/changed-after.ts'
import { jobs } from '../../../connector/api/jobs.ts'
import type { RowQuery } from '../../../connector/api/list.ts'
import type { ModelName, UnifiedRecord } from '../../../connector/models/record.ts'
import { openDatabase } from '../../../connector/store/database.ts'
import { createStore, type Store, type StoredRow } from '../../../connector/store/store.ts'
import { databases } from '../databases.ts'

const instants = [1, 2, 3, 4, 5].map((day) => `2026-01-0${day}T00:00:00.000Z`)
const lists: readonly [ModelName, readonly ChangeSource[]][] = [
  ['ats_jobs', jobs.nested],
  ['ats_candidates', candidates.nested],
  ['ats_applications', applications.nested],
]
const some = ['1', '2', '3', '4']

/** A row written at an instant, or all rows of its model deleted but one. */
type Step = { model: ModelName; remoteId: string; link: string; value: number; isDeletion: boolean }

const links: Partial<Record<ModelName, readonly string[]>> = {
  ats_applications: ['candidate_id', 'current_stage_id', 'job_id'],
  ats_job_postings: ['job_id'],
  ats_join_jobs_users: ['job_id'],
  ats_join_jobs_screening_questions: ['question_id'],
}
const models: readonly ModelName[] = [
  ...(['ats_jobs', 'ats_candidates', 'ats_applications', 'ats_application_stages', 'ats_job_postings'] as const),
  ...(['ats_join_jobs_users', 'ats_screening_questions', 'ats_join_jobs_screening_questions'] as const),
]

const step = fc.record<Step>({
  model: fc.constantFrom(...models),
  remoteId: fc.constantFrom(...some),
  link: fc.constantFrom(...some),
  value: fc.integer({ min: 0, max: 2 }),
  isDeletion: fc.boolean(),
})

async function take(store: Store, { model, remoteId, link, value, isDeletion }: Step, at: string): Promise<void> {
  const own = `${model} ${remoteId}`
  const record: UnifiedRecord = {
    remoteId: own,
    fields: { value },
    links: Object.fromEntries((links[model] ?? []).map((name) => [name, `${targets[name]} ${link}`])),
  }
  const run = `${at} ${own}`
  await store.upsert('i', model, [record], at, run)
  if (isDeletion) await store.deleteUnseen('i', model, run, at)
}

/** What the links of the lists name. */
const targets: Readonly<Record<string, string>> = {
  candidate_id: 'ats_candidates',
  current_stage_id: 'ats_application_stages',
  job_id: 'ats_jobs',
  question_id: 'ats_screening_questions',
}

/** The rule of the unified API, over rows in memory. */
function expected(
  rows: Record<ModelName, StoredRow[]>,
  model: ModelName,
  nested: readonly ChangeSource[],
  after: string,
): string[] {
  const cameOrWent = ({ columns, remoteDeletedAt }: StoredRow): boolean =>
    String(columns.created_at) > after || (remoteDeletedAt ?? '') > after
  const counts = (row: StoredRow, source: ChangeSource): boolean =>
    source.counts === 'change' ? row.changedAt > after : cameOrWent(row)
  return rows[model]
    .filter(
      (row) =>
        row.changedAt > after ||
        nested.some((source) =>
          rows[source.model].some(
            (other) =>
              counts(other, source) &&
              (source.link === undefined || row.columns[source.link.ours] === other.columns[source.link.theirs]),
          ),
        ),
    )
    .map(({ id }) => id)
    .toSorted()
}

for (const { name, open } of databases) {
  test(`${name}: what updated_after finds is the same whichever way it is looked for, and what the rule says`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.constantFrom(0, 1, 2, 3, 4)), { minLength: 1, maxLength: 25 }),
        fc.constantFrom(...instants),
        async (steps, after) => {
          const store = createStore(await openDatabase(await open()))
          for (const [one, day] of steps.toSorted((a, b) => a[1] - b[1])) await take(store, one, instants[day]!)
          // Rows of others are never looked at.
          await store.upsert(
            'j',
            'ats_application_stages',
            [{ remoteId: 'x', fields: {}, links: {} }],
            instants[4]!,
            'r',
          )
          const scope = { store, integration: { id: 'i' } } as never
          const rows = Object.fromEntries(
            await Promise.all(models.map(async (model) => [model, await store.rows('i', model)] as const)),
          ) as Record<ModelName, StoredRow[]>
          for (const [model, nested] of lists) {
            for (const few of [0, 3, 1_000]) {
              const all = store.database.selectFrom(model).selectAll(model).where(`${model}.integration_id`, '=', 'i')
              const changed = await whereChanged(all as RowQuery, scope, model, nested, after, few)
              const ids = (await changed.execute()).map(({ id }) => String(id)).toSorted()
              expect(ids, `${model}, ${few}`).toEqual(expected(rows, model, nested, after))
            }
          }
          await store.close()
        },
      ),
      { numRuns: name === 'SQLite' ? Number(process.env.PROPERTY_RUNS ?? 30) : 4 },
    )
  })
}

test('the lists react to nested rows as the unified API documents it', () => {
  const table = (nested: readonly ChangeSource[]) =>
    Object.fromEntries(nested.map(({ model, counts }) => [model, counts]))
  expect(table(jobs.nested)).toEqual({
    ats_application_stages: 'presence',
    ats_join_jobs_screening_questions: 'presence',
    ats_screening_questions: 'change',
    ats_job_postings: 'change',
    ats_join_jobs_users: 'presence',
  })
  expect(table(candidates.nested)).toEqual({ ats_applications: 'change' })
  expect(table(applications.nested)).toEqual({ ats_candidates: 'change', ats_application_stages: 'change' })
})
