import type { IcimsAuth } from '../icims/credentials.ts'
import type { MappingSettings } from '../models/settings.ts'
import { defaultScopes, defaultSync, parseMappingSettings, type ScopeSettings, type SyncSettings } from '../settings.ts'
import { prepare } from './prepared.ts'
import type { Row } from './schema.ts'
import { deleteSecret, readSecret, saveSecret } from './secrets.ts'
import type { Store } from './store.ts'
import { modelNames } from './tables.ts'
import { type Vault, VaultError } from './vault.ts'

/** What was asked for cannot be done with this integration, key or target; the message says why. */
export class AdministrationError extends Error {
  override readonly name = 'AdministrationError'
}

/** The environment of everything that names none. */
export const defaultEnvironment = 'local'

/** Whose iCIMS it is, as the unified API shows it. */
export type EndUser = { organizationName: string; creatorEmail: string | null; originId: string | null }

/** One customer's iCIMS, connected. Its credentials are kept apart, sealed: see `readCredentials`. */
export type Integration = {
  /** 24 base58 characters; clients name it `icims:<id>`. */
  id: string
  /** Keys of this environment see it. */
  environmentId: string
  customerId: string
  baseUrl: string
  /** How it signs in, without the secret: `basic connector`. */
  account: string
  settings: MappingSettings
  sync: SyncSettings
  scopes: ScopeSettings
  endUser: EndUser
  /** False while it is paused: nothing is synced and nothing served. */
  enabled: boolean
  /** INVALID once iCIMS has refused the credentials for three days. */
  state: 'ACTIVE' | 'INVALID'
  /** Since when iCIMS refuses the credentials. */
  failingSince: string | null
  createdAt: string
  updatedAt: string
}

/** Tables whose rows belong to one integration; its runs' own tables aside. */
export const integrationTables: readonly string[] = [
  ...modelNames,
  'sync_cursor',
  'sync_lease',
  'sync_run',
  'tracked_application',
  'merged_person',
  'outside_row',
  'applied_scopes',
  'saga',
  'saga_input',
  'action_lock',
  'received_event',
  'assessment_package',
  'assessment_order',
]

/** Tables whose rows belong to one run. */
export const runTables: readonly string[] = ['checkpoint', 'set_aside', 'run_count']

const find = prepare((database, place) => database.selectFrom('integration').selectAll().where('id', '=', place('id')))

export async function getIntegration({ database }: Store, id: string): Promise<Integration | undefined> {
  const [row] = (await find(database, { id })).rows
  return row === undefined ? undefined : toIntegration(row)
}

/** @throws AdministrationError when there is no such integration. */
export async function knownIntegration(store: Store, id: string): Promise<Integration> {
  const integration = await getIntegration(store, id)
  if (integration === undefined) throw new AdministrationError(`There is no integration ${id}.`)
  return integration
}

/** Integrations of one environment, or of all. */
export async function listIntegrations({ database }: Store, environmentId?: string): Promise<Integration[]> {
  let query = database.selectFrom('integration').selectAll().orderBy('id')
  if (environmentId !== undefined) query = query.where('environment_id', '=', environmentId)
  return (await query.execute()).map(toIntegration)
}

/** Writes an integration, new or changed. */
export async function saveIntegration({ database }: Store, integration: Integration): Promise<void> {
  const { id, environmentId, enabled, state, failingSince, createdAt, updatedAt, ...data } = integration
  const values = {
    environment_id: environmentId,
    data: JSON.stringify(data),
    enabled: enabled ? 1 : 0,
    state,
    failing_since: failingSince,
    created_at: createdAt,
    updated_at: updatedAt,
  }
  const insert = database.insertInto('integration').values({ id, ...values })
  await insert.onConflict((conflict) => conflict.column('id').doUpdateSet(values)).execute()
}

/** Changes an integration in what is named, and in nothing that somebody else changes at the same time. */
export async function updateIntegration(
  { database }: Store,
  id: string,
  { enabled, state, failingSince }: Partial<Pick<Integration, 'enabled' | 'state' | 'failingSince'>>,
  at: string,
): Promise<void> {
  const values = {
    updated_at: at,
    ...(enabled !== undefined && { enabled: enabled ? 1 : 0 }),
    ...(state !== undefined && { state }),
    ...(failingSince !== undefined && { failing_since: failingSince }),
  }
  await database.updateTable('integration').set(values).where('id', '=', id).execute()
}

/** Deletes an integration with every row that is kept of it. To be called in a transaction. */
export async function deleteIntegration(store: Store, id: string): Promise<void> {
  const { database } = store
  const runs = database.selectFrom('sync_run').select('id').where('integration_id', '=', id)
  for (const table of runTables) await database.deleteFrom(table).where('run_id', 'in', runs).execute()
  for (const table of integrationTables) await database.deleteFrom(table).where('integration_id', '=', id).execute()
  await database.deleteFrom('integration').where('id', '=', id).execute()
  await deleteSecret(store, credentialsName(id))
  await deleteSecret(store, eventsSecretName(id))
}

/** @throws AdministrationError unless it is a name for an environment. */
export function toEnvironment(name: string): string {
  if (/^[a-z0-9][a-z0-9_-]{0,62}$/i.test(name)) return name
  throw new AdministrationError(`${JSON.stringify(name)} is no environment: use letters, digits, - and _.`)
}

/** Keeps the credentials of an integration, sealed. */
export function saveCredentials(store: Store, vault: Vault, id: string, auth: IcimsAuth): Promise<void> {
  return saveSecret(store, vault, credentialsName(id), JSON.stringify(auth))
}

/** @throws VaultError when they cannot be read with this key, or are not there. */
export async function readCredentials(store: Store, vault: Vault, id: string): Promise<IcimsAuth> {
  const text = await readSecret(store, vault, credentialsName(id))
  if (text === undefined) throw new VaultError(`Integration ${id} has no credentials. Rotate them.`)
  return JSON.parse(text)
}

/** How credentials are shown: what signs in, never its secret. */
export function describeAccount(auth: IcimsAuth): string {
  return auth.type === 'oauth' ? `oauth ${auth.clientId}` : `${auth.type} ${auth.username}`
}

/** Seals credentials that an earlier version kept in clear. */
export async function sealClearCredentials(store: Store, vault: Vault): Promise<void> {
  await store.transaction(async (inner) => {
    for (const row of await inner.database.selectFrom('integration').selectAll().execute()) {
      const { auth, ...data } = JSON.parse(String(row.data)) as { auth?: IcimsAuth }
      if (auth === undefined) continue
      await saveCredentials(inner, vault, String(row.id), auth)
      await saveIntegration(
        inner,
        toIntegration({ ...row, data: JSON.stringify({ ...data, account: describeAccount(auth) }) }),
      )
    }
  })
}

/** The secret by which its iCIMS signs in when it sends events. */
export function eventsSecretName(id: string): string {
  return `events:${id}`
}

function credentialsName(id: string): string {
  return `integration:${id}`
}

function toIntegration(row: Row): Integration {
  return {
    ...readData(String(row.data)),
    id: String(row.id),
    environmentId: String(row.environment_id),
    enabled: row.enabled === 1,
    state: row.state as Integration['state'],
    failingSince: row.failing_since === null ? null : String(row.failing_since),
    createdAt: String(row.created_at),
    updatedAt: String(row.updated_at),
  }
}

type IntegrationData = Pick<
  Integration,
  'customerId' | 'baseUrl' | 'account' | 'settings' | 'sync' | 'scopes' | 'endUser'
>

/** What texts were read as: every call reads its integration, and few of them change. */
const readBefore = new Map<string, IntegrationData>()
const mostReadBefore = 1_000

function readData(text: string): IntegrationData {
  const known = readBefore.get(text)
  if (known !== undefined) return known
  const data = JSON.parse(text) as Pick<Integration, 'customerId' | 'baseUrl'> & Partial<Integration>
  const read = {
    ...data,
    account: data.account ?? '',
    // A setting that is newer than the row has its default.
    settings: parseMappingSettings(data.settings ?? {}),
    sync: { ...defaultSync, ...data.sync },
    scopes: { ...defaultScopes, ...data.scopes },
    endUser: data.endUser ?? {
      organizationName: `iCIMS customer ${data.customerId}`,
      creatorEmail: null,
      originId: null,
    },
  }
  if (readBefore.size >= mostReadBefore) readBefore.clear()
  readBefore.set(text, read)
  return read
}
