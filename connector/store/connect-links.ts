import { createHash, randomBytes } from 'node:crypto'
import { base58 } from '@scure/base'
import type { EndUser } from './integration.ts'
import type { Row } from './schema.ts'
import { deleteSecret } from './secrets.ts'
import type { Store } from './store.ts'

/** What a link is for. */
export type LinkPurpose = {
  endUser: EndUser
  /** The integration whose credentials are entered anew; a new one is made without it. */
  integrationId?: string
  /** The region that is chosen beforehand. */
  region?: string
}

/** A link to the page on which a customer connects. */
export type ConnectLink = LinkPurpose & {
  /** The hash of its token, which is kept nowhere. */
  id: string
  environmentId: string
  expiresAt: string
  /** How often credentials were tried out. */
  checks: number
  /** When the credentials that are kept for it were entered. */
  enteredAt: string | null
  usedAt: string | null
}

const hour = 3_600_000

/** How long rows stay after their link has expired. */
const keepTime = 24 * hour
/** How long a token of an activation is good, and credentials wait for one. */
export const activationTime = hour

/** Makes a link. Its token is given back this once. */
export async function createLink(
  store: Store,
  environmentId: string,
  purpose: LinkPurpose,
  { now, lifetime }: { now: Date; lifetime: number },
): Promise<string> {
  await forgetExpired(store, now)
  const token = createToken()
  const at = now.toISOString()
  await store.database
    .insertInto('connect_link')
    .values({
      id: hashOf(token),
      environment_id: environmentId,
      data: JSON.stringify(purpose),
      created_at: at,
      expires_at: new Date(now.getTime() + lifetime).toISOString(),
      checks: 0,
    })
    .execute()
  return token
}

/** The link of a token, expired or used ones too. */
export async function findLink({ database }: Store, token: string): Promise<ConnectLink | undefined> {
  const row = await database.selectFrom('connect_link').selectAll().where('id', '=', hashOf(token)).executeTakeFirst()
  return row === undefined ? undefined : toLink(row)
}

/** Counts a try of credentials. @returns false when there were too many. */
export async function countCheck({ database }: Store, id: string, limit: number, at: string): Promise<boolean> {
  const update = database
    .updateTable('connect_link')
    .set((build) => ({ checks: build('checks', '+', 1), entered_at: at }))
    .where('id', '=', id)
    .where('checks', '<', limit)
  return Number((await update.executeTakeFirst()).numUpdatedRows) === 1
}

/** Marks a link as used, for one caller alone. @returns false when it was used, or has expired. */
export async function claimLink({ database }: Store, id: string, at: string): Promise<boolean> {
  const update = database
    .updateTable('connect_link')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
  return Number((await update.executeTakeFirst()).numUpdatedRows) === 1
}

/** Takes the mark back: what the link was used for was not done. */
export async function releaseLink({ database }: Store, id: string): Promise<void> {
  await database.updateTable('connect_link').set({ used_at: null }).where('id', '=', id).execute()
}

/** Notes what came of a link. @returns the token that tells of it, given back this once. */
export async function saveActivation(
  { database }: Store,
  id: string,
  integrationId: string,
  now: Date,
): Promise<string> {
  const token = createToken()
  const until = new Date(now.getTime() + activationTime).toISOString()
  await database
    .updateTable('connect_link')
    .set({ integration_id: integrationId, activation: hashOf(token), activation_expires_at: until })
    .where('id', '=', id)
    .execute()
  return token
}

/** The integration that a token of an activation tells of, for the keys of its environment. */
export async function findActivated(
  { database }: Store,
  environmentId: string,
  token: string,
  at: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('connect_link')
    .select('integration_id')
    .where('activation', '=', hashOf(token))
    .where('environment_id', '=', environmentId)
    .where('activation_expires_at', '>', at)
    .executeTakeFirst()
  return row === undefined ? undefined : String(row.integration_id)
}

/** Under which name the credentials wait that were entered. */
export function enteredName(id: string): string {
  return `connect:${id}`
}

/** Deletes links that expired a day ago, and credentials that nobody has come back for. */
async function forgetExpired(store: Store, now: Date): Promise<void> {
  const { database } = store
  const before = (time: number): string => new Date(now.getTime() - time).toISOString()
  const left = await database
    .selectFrom('connect_link')
    .select('id')
    .where('entered_at', '<', before(activationTime))
    .execute()
  for (const { id } of left) await deleteSecret(store, enteredName(String(id)))
  await database
    .updateTable('connect_link')
    .set({ entered_at: null })
    .where('entered_at', '<', before(activationTime))
    .execute()
  await database.deleteFrom('connect_link').where('expires_at', '<', before(keepTime)).execute()
}

/** 32 random bytes: nobody can try them all. */
function createToken(): string {
  return base58.encode(randomBytes(32)).padStart(40, '1')
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function toLink(row: Row): ConnectLink {
  return {
    ...(JSON.parse(String(row.data)) as LinkPurpose),
    id: String(row.id),
    environmentId: String(row.environment_id),
    expiresAt: String(row.expires_at),
    checks: Number(row.checks),
    enteredAt: row.entered_at === null ? null : String(row.entered_at),
    usedAt: row.used_at === null ? null : String(row.used_at),
  }
}
