import type { Clock } from './clock.ts'
import type { IcimsAuth } from './icims/credentials.ts'
import { defaultMapping, type MappingSettings } from './models/record.ts'
import type { Runner } from './runner.ts'
import {
  parseScopeSettings,
  parseSyncSettings,
  type ScopeSettingsInput,
  SettingsError,
  type SyncSettingsInput,
} from './settings.ts'
import { type ApiKey, createApiKey, listApiKeys, revokeApiKey } from './store/api-keys.ts'
import { toUnifiedId } from './store/id.ts'
import {
  AdministrationError,
  defaultEnvironment,
  deleteIntegration,
  describeAccount,
  type EndUser,
  getIntegration,
  type Integration,
  saveCredentials,
  saveIntegration,
} from './store/integration.ts'
import type { Store } from './store/store.ts'
import type { Vault } from './store/vault.ts'

/** One customer's iCIMS to connect. */
export type IntegrationInput = {
  /** 24 base58 characters; made from customer id, address and environment when left out, so that it stays the same. */
  id?: string
  /** Whose keys see it; `local` when left out. */
  environmentId?: string
  customerId: string
  /** `https://api.icims.com`, or `https://api-eu.icims.com`. */
  baseUrl: string
  auth: IcimsAuth
  settings?: Partial<MappingSettings>
  sync?: SyncSettingsInput
  scopes?: ScopeSettingsInput
  endUser?: EndUser
}

/** What changes the connector's integrations and keys. Every call is refused with an AdministrationError, or done whole. */
export type Administration = {
  addIntegration(input: IntegrationInput): Promise<Integration>
  /** Stops its sync and deletes it with every row that is kept of it. */
  removeIntegration(id: string): Promise<void>
  /** A paused integration is neither synced nor served; its rows and credentials stay. */
  setEnabled(id: string, enabled: boolean): Promise<void>
  /** Puts new settings in place of the old ones; the next sync goes by them. */
  changeSettings(id: string, settings: { sync?: SyncSettingsInput; scopes?: ScopeSettingsInput }): Promise<void>
  rotateCredentials(id: string, auth: IcimsAuth): Promise<void>
  /** The key is told this once. */
  createApiKey(options?: { environmentId?: string; name?: string }): Promise<{ id: string; key: string }>
  listApiKeys(): Promise<ApiKey[]>
  revokeApiKey(id: string): Promise<void>
}

/** What administration works on. */
export type AdministrationOptions = { store: Store; vault: Vault; clock: Clock; runner: Pick<Runner, 'stop'> }

export function createAdministration({ store, vault, clock, runner }: AdministrationOptions): Administration {
  const now = (): string => clock.now().toISOString()
  const change = async (id: string, moved: (integration: Integration) => Partial<Integration>): Promise<void> => {
    await store.transaction(async (inner) => {
      const integration = await known(inner, id)
      await saveIntegration(inner, { ...integration, ...moved(integration), updatedAt: now() })
    })
  }
  return {
    async addIntegration(input) {
      const integration = toIntegration(input, now())
      await store.transaction(async (inner) => {
        if ((await getIntegration(inner, integration.id)) !== undefined) {
          throw new AdministrationError(
            `Customer ${input.customerId} at ${input.baseUrl} is connected already, as ${integration.id}. Rotate its credentials, or remove it first.`,
          )
        }
        await saveIntegration(inner, integration)
        await saveCredentials(inner, vault, integration.id, input.auth)
      })
      return integration
    },
    async removeIntegration(id) {
      await known(store, id)
      await runner.stop(id, 'The integration is being removed.')
      await store.transaction((inner) => deleteIntegration(inner, id))
    },
    async setEnabled(id, enabled) {
      await change(id, () => ({ enabled }))
      if (!enabled) await runner.stop(id, 'The integration is paused.')
    },
    changeSettings: (id, settings) => change(id, () => parsed(settings)),
    async rotateCredentials(id, auth) {
      await store.transaction(async (inner) => {
        const integration = await known(inner, id)
        await saveCredentials(inner, vault, id, auth)
        await saveIntegration(inner, { ...integration, account: describeAccount(auth), updatedAt: now() })
      })
    },
    async createApiKey({ environmentId = defaultEnvironment, name = '' } = {}) {
      return createApiKey(store, { environmentId: environment(environmentId), name, at: now() })
    },
    listApiKeys: () => listApiKeys(store),
    async revokeApiKey(id) {
      if (await revokeApiKey(store, id, now())) return
      const isKnown = (await listApiKeys(store)).some((key) => key.id === id)
      throw new AdministrationError(isKnown ? `Key ${id} is revoked already.` : `There is no key ${id}.`)
    },
  }
}

/** Writes an integration that the program itself names: new, or with what it names now. */
export async function ensureIntegration(
  store: Store,
  vault: Vault,
  input: IntegrationInput,
  at: string,
): Promise<void> {
  const wanted = toIntegration(input, at)
  await store.transaction(async (inner) => {
    const before = await getIntegration(inner, wanted.id)
    const { enabled, state, failingSince, createdAt } = before ?? wanted
    await saveIntegration(inner, { ...wanted, enabled, state, failingSince, createdAt })
    await saveCredentials(inner, vault, wanted.id, input.auth)
  })
}

/** The id an integration has: the one it was given, or one made from customer id, address and environment. */
export function integrationIdOf({ id, customerId, baseUrl, environmentId }: IntegrationInput): string {
  if (id !== undefined) return id
  const isDefault = environmentId === undefined || environmentId === defaultEnvironment
  return toUnifiedId('icims', `${customerId}\n${baseUrl.replace(/\/+$/, '')}${isDefault ? '' : `\n${environmentId}`}`)
}

function toIntegration(input: IntegrationInput, at: string): Integration {
  const { customerId, baseUrl, auth, settings } = input
  const organizationName = `iCIMS customer ${customerId}`
  return {
    id: integrationIdOf(input),
    environmentId: environment(input.environmentId ?? defaultEnvironment),
    customerId,
    baseUrl,
    account: describeAccount(auth),
    settings: { ...defaultMapping, ...settings },
    ...parsed({ sync: input.sync ?? {}, scopes: input.scopes ?? {} }),
    endUser: input.endUser ?? { organizationName, creatorEmail: null, originId: null },
    enabled: true,
    state: 'ACTIVE',
    failingSince: null,
    createdAt: at,
    updatedAt: at,
  }
}

/** @throws AdministrationError when a setting cannot be. */
function parsed<T extends { sync?: unknown; scopes?: unknown }>(
  settings: T,
): Pick<Integration, keyof T & ('sync' | 'scopes')> {
  try {
    return {
      ...(settings.sync !== undefined && { sync: parseSyncSettings(settings.sync) }),
      ...(settings.scopes !== undefined && { scopes: parseScopeSettings(settings.scopes) }),
    } as Pick<Integration, keyof T & ('sync' | 'scopes')>
  } catch (error) {
    throw error instanceof SettingsError ? new AdministrationError(error.message) : error
  }
}

/** @throws AdministrationError unless it is a name for an environment. */
function environment(name: string): string {
  if (/^[a-z0-9][a-z0-9_-]{0,62}$/i.test(name)) return name
  throw new AdministrationError(`${JSON.stringify(name)} is no environment: use letters, digits, - and _.`)
}

async function known(store: Store, id: string): Promise<Integration> {
  const integration = await getIntegration(store, id)
  if (integration === undefined) throw new AdministrationError(`There is no integration ${id}.`)
  return integration
}
