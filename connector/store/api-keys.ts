import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { base58 } from '@scure/base'
import type { Store } from './store.ts'

/** A key of the unified API as it is kept: its secret part only as a hash. */
export type ApiKey = { id: string; environmentId: string; name: string; createdAt: string; revokedAt: string | null }

/** `icims_<id>_<secret>`: the id finds the row, the secret proves. */
const form = /^icims_([1-9A-HJ-NP-Za-km-z]{10})_([1-9A-HJ-NP-Za-km-z]{40,48})$/

/** Makes a key of an environment. The text is given back this once and kept nowhere. */
export async function createApiKey(
  { database }: Store,
  { environmentId, name, at }: { environmentId: string; name: string; at: string },
): Promise<{ id: string; key: string }> {
  const id = base58.encode(randomBytes(16)).slice(0, 10)
  // 32 random bytes: nobody can try them all, so a plain hash is enough and costs a request nothing.
  const secret = base58.encode(randomBytes(32)).padStart(40, '1')
  const values = { id, environment_id: environmentId, name, hash: hashOf(secret).toString('hex'), created_at: at }
  await database
    .insertInto('api_key')
    .values({ ...values, revoked_at: null })
    .execute()
  return { id, key: `icims_${id}_${secret}` }
}

/** The environment a key opens; undefined for an unknown, wrong or revoked one. */
export async function findKeyEnvironment({ database }: Store, key: string): Promise<string | undefined> {
  const [, id, secret] = form.exec(key) ?? []
  if (id === undefined || secret === undefined) return undefined
  const row = await database.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirst()
  const isRight = timingSafeEqual(hashOf(secret), Buffer.from(String(row?.hash ?? ''.padEnd(64, '0')), 'hex'))
  return row !== undefined && isRight && row.revoked_at === null ? String(row.environment_id) : undefined
}

/** Every key ever made, revoked ones too, in the order they were made. */
export async function listApiKeys({ database }: Store): Promise<ApiKey[]> {
  const rows = await database.selectFrom('api_key').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => ({
    id: String(row.id),
    environmentId: String(row.environment_id),
    name: String(row.name),
    createdAt: String(row.created_at),
    revokedAt: row.revoked_at === null ? null : String(row.revoked_at),
  }))
}

/** Revokes a key for good. @returns whether there was one to revoke. */
export async function revokeApiKey({ database }: Store, id: string, at: string): Promise<boolean> {
  const keys = database.updateTable('api_key').set({ revoked_at: at }).where('id', '=', id)
  return Number((await keys.where('revoked_at', 'is', null).executeTakeFirst()).numUpdatedRows) > 0
}

export async function hasApiKeys({ database }: Store): Promise<boolean> {
  return (await database.selectFrom('api_key').select('id').limit(1).executeTakeFirst()) !== undefined
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
