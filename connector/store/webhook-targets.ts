import { randomBytes } from 'node:crypto'
import { base58 } from '@scure/base'
import type { WebhookType } from '../webhooks/event.ts'
import { dropUntold } from './deliveries.ts'
import type { Row } from './schema.ts'
import { deleteSecret, readSecret, saveSecret } from './secrets.ts'
import type { Store } from './store.ts'
import { type Vault, VaultError } from './vault.ts'

/** Somebody who is told of what happens in an environment. Its secret is kept apart, sealed. */
export type WebhookTarget = {
  id: string
  environmentId: string
  url: string
  /** The types it is told of; all of them when empty. */
  types: readonly WebhookType[]
  createdAt: string
}

/** Adds a target. The secret that signs what it gets is the one given, or a new one; it is told this once. */
export async function addTarget(
  store: Store,
  vault: Vault,
  { secret = randomBytes(32).toString('base64url'), ...given }: Omit<WebhookTarget, 'id'> & { secret?: string },
): Promise<WebhookTarget & { secret: string }> {
  const target = { id: base58.encode(randomBytes(16)).slice(0, 10), ...given }
  await store.transaction(async (inner) => {
    const { id, environmentId, url, types, createdAt } = target
    const values = { id, environment_id: environmentId, url, types: JSON.stringify(types), created_at: createdAt }
    await inner.database.insertInto('webhook_target').values(values).execute()
    await saveSecret(inner, vault, secretName(id), secret)
  })
  return { ...target, secret }
}

export async function listTargets({ database }: Store): Promise<WebhookTarget[]> {
  const rows = await database.selectFrom('webhook_target').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map(toTarget)
}

/** The targets in an environment that are told of a type. */
export async function listTargetsOf(
  { database }: Store,
  environmentId: string,
  type: WebhookType,
): Promise<WebhookTarget[]> {
  const query = database.selectFrom('webhook_target').selectAll().where('environment_id', '=', environmentId)
  const targets = (await query.orderBy('id').execute()).map(toTarget)
  return targets.filter(({ types }) => types.length === 0 || types.includes(type))
}

/** @throws VaultError when it cannot be read with this key, or is not there. */
export async function readTargetSecret(store: Store, vault: Vault, id: string): Promise<string> {
  const secret = await readSecret(store, vault, secretName(id))
  if (secret === undefined) throw new VaultError(`Webhook target ${id} has no secret. Remove it and add it again.`)
  return secret
}

/** Removes a target with what it was still to be told. @returns whether there was one. */
export async function removeTarget(store: Store, id: string): Promise<boolean> {
  return store.transaction(async (inner) => {
    const { database } = inner
    for (const table of ['webhook_delivery', 'webhook_attempt']) {
      await database.deleteFrom(table).where('target_id', '=', id).execute()
    }
    await dropUntold(inner)
    await deleteSecret(inner, secretName(id))
    const { numDeletedRows } = await database.deleteFrom('webhook_target').where('id', '=', id).executeTakeFirst()
    return Number(numDeletedRows) > 0
  })
}

function secretName(id: string): string {
  return `webhook:${id}`
}

function toTarget(row: Row): WebhookTarget {
  return {
    id: String(row.id),
    environmentId: String(row.environment_id),
    url: String(row.url),
    types: JSON.parse(String(row.types)),
    createdAt: String(row.created_at),
  }
}
