import type { Store } from './store.ts'

/** What kinds of package there are, as the unified API names them. */
export const packageTypes = [
  'BEHAVIORAL',
  'VIDEO_INTERVIEW',
  'SKILLS_TEST',
  'BACKGROUND_CHECK',
  'REFERENCE_CHECK',
] as const

/** An assessment that may be ordered. iCIMS knows it by its name. */
export type AssessmentPackage = {
  id: string
  name: string
  description: string
  type: (typeof packageTypes)[number]
  updatedAt: string
}

/** The packages an integration offers. */
export async function listPackages({ database }: Store, integrationId: string): Promise<AssessmentPackage[]> {
  const query = database.selectFrom('assessment_package').selectAll().where('integration_id', '=', integrationId)
  const rows = await query.where('removed_at', 'is', null).orderBy('id').execute()
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    description: String(row.description),
    type: row.type as AssessmentPackage['type'],
    updatedAt: String(row.updated_at),
  }))
}

/** Puts a list of packages in the place of the one there is. @returns names that are not in it any more. */
export function replacePackages(
  store: Store,
  integrationId: string,
  packages: readonly Omit<AssessmentPackage, 'updatedAt'>[],
  at: string,
): Promise<string[]> {
  return store.transaction(async (inner) => {
    const { database } = inner
    const before = await listPackages(inner, integrationId)
    for (const one of packages) {
      const same = before.find(({ id }) => id === one.id)
      const isSame = same !== undefined && (['name', 'description', 'type'] as const).every((k) => same[k] === one[k])
      if (isSame) continue
      const values = { ...one, updated_at: at, removed_at: null }
      const insert = database.insertInto('assessment_package').values({ integration_id: integrationId, ...values })
      await insert.onConflict((conflict) => conflict.columns(['integration_id', 'id']).doUpdateSet(values)).execute()
    }
    const kept = new Set(packages.map(({ id }) => id))
    for (const { id } of before.filter((one) => !kept.has(one.id))) {
      await database
        .updateTable('assessment_package')
        .set({ removed_at: at })
        .where('integration_id', '=', integrationId)
        .where('id', '=', id)
        .execute()
    }
    const names = new Set(packages.map(({ name }) => name))
    return before.map(({ name }) => name).filter((name) => !names.has(name))
  })
}
