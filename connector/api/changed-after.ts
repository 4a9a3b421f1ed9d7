import type { ModelName } from '../models/record.ts'
import type { Row } from '../store/schema.ts'
import type { ApiScope } from './app.ts'
import type { RowQuery } from './list.ts'

/** Rows of another model whose change counts as a change of the list's rows. */
export type ChangeSource = {
  model: ModelName
  /** The list's rows that are meant: those whose column `ours` equals the other row's `theirs`. Without it every row is. */
  link?: { ours: string; theirs: string }
  /** Whether a change of the other row counts, or only that it came or went. */
  counts: 'change' | 'presence'
}

/** Up to so many changed rows are looked up by their ids; of more, every hundredth row of a million has changed. */
const few = 10_000

/**
 * Keeps the rows that changed after an instant, or whose nested rows did. Pages follow ids, so a few changed rows are found
 * by the index of their changes and then sorted, and many are met while the rows are read in their order.
 */
export async function whereChanged(
  query: RowQuery,
  scope: ApiScope,
  model: ModelName,
  nested: readonly ChangeSource[],
  after: string,
): Promise<RowQuery> {
  for (const source of nested) {
    if (source.link === undefined && (await countUpTo(1, changesOf(scope, source, after))) > 0) return query
  }
  const own: ChangeSource = { model, link: { ours: 'id', theirs: 'id' }, counts: 'change' }
  const sources = [own, ...nested].filter((source) => source.link !== undefined)
  const idSets = sources.map((source) => changedIds(scope, model, source, after))
  let found = 0
  for (const ids of idSets) found += await countUpTo(few + 1 - found, ids)
  if (found <= few) {
    const [first, ...others] = idSets
    const ids = others.reduce((all, one) => all.union(one), first!)
    return query.where(`${model}.id`, 'in', ids)
  }
  return query.where((build) =>
    build.or(
      sources.map((source) => {
        if (source === own) return build(`${model}.changed_at`, '>', after)
        const { ours, theirs } = source.link!
        return build.exists(changesOf(scope, source, after).whereRef(`other.${theirs}`, '=', `${model}.${ours}`))
      }),
    ),
  )
}

/** The other model's rows that changed. Whatever came or went has changed, which is what the index is of. */
function changesOf({ store, integration }: ApiScope, { model, counts }: ChangeSource, after: string): RowQuery {
  const changes = store.database
    .selectFrom(`${model} as other`)
    .select('other.id')
    .where('other.integration_id', '=', integration.id)
    .where('other.changed_at', '>', after)
  const kept =
    counts === 'change'
      ? changes
      : changes.where((build) =>
          build.or([build('other.created_at', '>', after), build('other.remote_deleted_at', '>', after)]),
        )
  return kept as unknown as RowQuery
}

/** The ids of the list's rows that a source names. */
function changedIds(scope: ApiScope, model: ModelName, source: ChangeSource, after: string): RowQuery {
  const { ours, theirs } = source.link!
  const changes = changesOf(scope, source, after)
  if (ours === 'id') {
    return changes.clearSelect().select(`other.${theirs} as id`).where(`other.${theirs}`, 'is not', null) as RowQuery
  }
  return changes
    .clearSelect()
    .innerJoin(`${model} as mine`, (join) =>
      join.onRef('mine.integration_id', '=', 'other.integration_id').onRef(`mine.${ours}`, '=', `other.${theirs}`),
    )
    .select('mine.id') as unknown as RowQuery
}

async function countUpTo(limit: number, rows: RowQuery): Promise<number> {
  return (await (rows.limit(limit).execute() as Promise<Row[]>)).length
}
