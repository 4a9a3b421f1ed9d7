import type { Store } from './store.ts'

/** Merges a merge may lead to: longer chains are circles. */
const longestChain = 20

/** Notes that a person was merged into another one. */
export async function noteMerge(
  { database }: Store,
  integrationId: string,
  remoteId: string,
  intoId: string,
): Promise<void> {
  await database
    .insertInto('merged_person')
    .values({ integration_id: integrationId, remote_id: remoteId, into_id: intoId })
    .onConflict((conflict) => conflict.columns(['integration_id', 'remote_id']).doUpdateSet({ into_id: intoId }))
    .execute()
}

/** Who the people are now: those that were merged, and into whom in the end. */
export async function findPrimaries(
  { database }: Store,
  integrationId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const into = new Map<string, string>()
  let wanted = [...new Set(ids)]
  for (let step = 0; step < longestChain && wanted.length > 0; step++) {
    const rows = await database
      .selectFrom('merged_person')
      .select(['remote_id', 'into_id'])
      .where('integration_id', '=', integrationId)
      .where('remote_id', 'in', wanted)
      .execute()
    for (const row of rows) into.set(String(row.remote_id), String(row.into_id))
    wanted = [...new Set(rows.map((row) => String(row.into_id)).filter((id) => !into.has(id)))]
  }
  const follow = (id: string): string => {
    let last = id
    for (let step = 0; step < longestChain && into.has(last); step++) last = into.get(last)!
    return last
  }
  return new Map([...into.keys()].map((id) => [id, follow(id)]))
}
