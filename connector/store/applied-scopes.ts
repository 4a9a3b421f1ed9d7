import type { Store } from './store.ts'

/** The scopes that the stored rows go by, as a text, if any run has applied some. */
export async function readAppliedScopes({ database }: Store, integrationId: string): Promise<string | undefined> {
  const query = database.selectFrom('applied_scopes').select('scopes')
  const row = await query.where('integration_id', '=', integrationId).executeTakeFirst()
  return row === undefined ? undefined : String(row.scopes)
}

export async function saveAppliedScopes({ database }: Store, integrationId: string, scopes: string): Promise<void> {
  await database
    .insertInto('applied_scopes')
    .values({ integration_id: integrationId, scopes })
    .onConflict((conflict) => conflict.column('integration_id').doUpdateSet({ scopes }))
    .execute()
}
