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
const fewRows = 10_000

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
  few = fewRows,
): Promise<RowQuery> {
  for (const source of nested) {
    if (source.link === undefined && (await countUpTo(1, changesOf(scope, source, after))) > 0) return query
  }
  const own: ChangeSource = { model, link: { ours: 'id', theirs: 'id' }, counts: 'change' }
  const sources = [own, ...nested.filter((source) => source.link !== undefined)]
  let found = 0
  for (const source of sources) found += await countUpTo(few + 1 - found, linkedChanges(scope, model, source, after))
  if (found <= few) {
    const [first, ...others] = sources.map((source) => changedIds(scope, model, source, after))
    const ids = others.reduce((all, one) => all.unionAll(one), first!)
    return query.where(`${model}.id`, 'in', ids)
  }
  return query.where((build) =>
    build.or(
      sources.map((source) => {
        if (source === own) return build(`${model}.changed_at`, '>', after)
        const { ours, theirs } = source.link!
        const changes = changesOf(scope, source, after).whereRef(`other.${theirs}`, '=', `${model}.${ours}`)
        // With a limit it is looked up row by row. An EXISTS may be made of all changes at once, anew for every page.
        return build(changes.limit(1), 'is not', null)
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
  const changes = linkedChanges(scope, model, source, after).clearSelect()
  if (ours !== 'id') return changes.select('mine.id') as RowQuery
  return changes.select(`other.${theirs} as id`).where(`other.${theirs}`, 'is not', null) as RowQuery
}

/** The changes of a source, one for each row of the list that they concern. */
function linkedChanges(scope: ApiScope, model: ModelName, source: ChangeSource, after: string): RowQuery {
  const { ours, theirs } = source.link!
  const changes = changesOf(scope, source, after)
  if (ours === 'id') return changes
  // Crossed, which SQLite takes for the order to go by: the changes are few, the rows of the list are not.
  return changes
    .crossJoin(`${model} as mine`)
    .whereRef('mine.integration_id', '=', 'other.integration_id')
    .whereRef(`mine.${ours}`, '=', `other.${theirs}`) as unknown as RowQuery
}

async function countUpTo(limit: number, rows: RowQuery): Promise<number> {
  return (await (rows.limit(limit).execute() as Promise<Row[]>)).length
}
