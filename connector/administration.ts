import type { Clock } from './clock.ts'
import { createEventAdministration, type EventAdministration } from './events/administration.ts'
import type { IcimsAuth } from './icims/credentials.ts'
import type { MappingSettings, MappingSettingsInput } from './models/settings.ts'
import { describeOwner } from './process-owner.ts'
import type { Runner } from './runner.ts'
import {
  parseMappingSettings,
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
  knownIntegration,
  saveCredentials,
  saveIntegration,
  toEnvironment,
  updateIntegration,
} from './store/integration.ts'
import { findHolder, type Owner } from './store/lease.ts'
import type { Store } from './store/store.ts'
import { adoptApplications } from './store/tracked.ts'
import type { Vault } from './store/vault.ts'
import { createWebhookAdministration, type WebhookAdministration } from './webhooks/administration.ts'
import { announceCreated, announceDeleted, announceState } from './webhooks/announce.ts'

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
  settings?: MappingSettingsInput
  sync?: SyncSettingsInput
  scopes?: ScopeSettingsInput
  endUser?: EndUser
}

/** What changes the connector's integrations, keys and webhooks. Every call is done whole, or refused and nothing done. */
export type Administration = WebhookAdministration &
  EventAdministration & {
    addIntegration(input: IntegrationInput): Promise<Integration>
    /** Stops its sync and deletes it with every row that is kept of it. */
    removeIntegration(id: string): Promise<void>
    /** A paused integration is neither synced nor served; its rows and credentials stay. */
    setEnabled(id: string, enabled: boolean): Promise<void>
    /** Puts new settings in place of the old ones; the next sync goes by them. */
    changeSettings(
      id: string,
      settings: { settings?: MappingSettingsInput; sync?: SyncSettingsInput; scopes?: ScopeSettingsInput },
    ): Promise<void>
    /** Changes the mapping of an integration by what it is now. @returns what it became. */
    changeMapping(id: string, change: (settings: MappingSettings) => MappingSettings): Promise<MappingSettings>
    /**
     * Tracks applications that were made otherwise than by the actions, for an integration that syncs only created ones.
     *
     * @param workflowIds their ids in iCIMS. @returns how many were not tracked before.
     */
    adoptApplications(id: string, workflowIds: readonly string[]): Promise<number>
    rotateCredentials(id: string, auth: IcimsAuth): Promise<void>
    /** The key is told this once. */
    createApiKey(options?: { environmentId?: string; name?: string }): Promise<{ id: string; key: string }>
    listApiKeys(): Promise<ApiKey[]>
    revokeApiKey(id: string): Promise<void>
  }

/** What administration works on. */
export type AdministrationOptions = {
  store: Store
  vault: Vault
  clock: Clock
  runner: Pick<Runner, 'stop'>
  owner: Owner
  allowLoopbackWebhooks: boolean
}

export function createAdministration(options: AdministrationOptions): Administration {
  const { store, vault, clock, runner, owner, allowLoopbackWebhooks: allowLoopback } = options
  const now = (): string => clock.now().toISOString()
  const change = async (store: Store, id: string, changed: Partial<Integration>): Promise<void> => {
    await saveIntegration(store, { ...(await knownIntegration(store, id)), ...changed, updatedAt: now() })
  }
  return {
    ...createWebhookAdministration({ store, vault, clock, allowLoopback }),
    ...createEventAdministration({ store, vault }),
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
        await announceCreated(inner, integration)
      })
      return integration
    },
    async removeIntegration(id) {
      await knownIntegration(store, id)
      const other = await findHolder(store, id, owner, now())
      if (other !== undefined) {
        throw new AdministrationError(
          `${id} is being synced by ${describeOwner(other)}. Pause it, wait, and remove it then.`,
        )
      }
      await runner.stop(id, 'The integration is being removed.')
      await store.transaction(async (inner) => {
        await announceDeleted(inner, await knownIntegration(inner, id), now())
        await deleteIntegration(inner, id)
      })
    },
    async setEnabled(id, enabled) {
      await store.transaction(async (inner) => {
        if ((await knownIntegration(inner, id)).enabled === enabled) return
        const at = now()
        await updateIntegration(inner, id, { enabled }, at)
        await announceState(inner, id, at)
      })
      if (!enabled) await runner.stop(id, 'The integration is paused.')
    },
    changeSettings: (id, settings) => store.transaction(async (inner) => change(inner, id, parsed(settings))),
    changeMapping: (id, changeSettings) =>
      store.transaction(async (inner) => {
        // The row is taken first, so that nobody changes it between the reading and the writing.
        await updateIntegration(inner, id, {}, now())
        const { settings } = parsed({ settings: changeSettings((await knownIntegration(inner, id)).settings) })
        await change(inner, id, { settings })
        return settings
      }),
    async adoptApplications(id, workflowIds) {
      const wrong = workflowIds.find((workflowId) => !/^[1-9]\d*$/.test(workflowId))
      if (wrong !== undefined)
        throw new AdministrationError(`${JSON.stringify(wrong)} is no id of an applicant workflow.`)
      return store.transaction(async (inner) => {
        await knownIntegration(inner, id)
        return adoptApplications(inner, id, workflowIds, now())
      })
    },
    async rotateCredentials(id, auth) {
      await store.transaction(async (inner) => {
        await change(inner, id, { account: describeAccount(auth) })
        await saveCredentials(inner, vault, id, auth)
      })
    },
    async createApiKey({ environmentId = defaultEnvironment, name = '' } = {}) {
      return createApiKey(store, { environmentId: toEnvironment(environmentId), name, at: now() })
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
    // What the program does not name stays as it was.
    const { settings, sync, scopes, endUser } = { ...wanted, ...before }
    const { enabled, state, failingSince, createdAt } = before ?? wanted
    const named = toNamed(input, wanted)
    const kept = { settings, sync, scopes, endUser, enabled, state, failingSince, createdAt }
    await saveIntegration(inner, { ...wanted, ...kept, ...named })
    await saveCredentials(inner, vault, wanted.id, input.auth)
    if (before === undefined) await announceCreated(inner, wanted)
  })
}

/** The settings that an input names itself. */
function toNamed(input: IntegrationInput, { settings, sync, scopes, endUser }: Integration): Partial<Integration> {
  return {
    ...(input.settings && { settings }),
    ...(input.sync && { sync }),
    ...(input.scopes && { scopes }),
    ...(input.endUser && { endUser }),
  }
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
    environmentId: toEnvironment(input.environmentId ?? defaultEnvironment),
    customerId,
    baseUrl,
    account: describeAccount(auth),
    ...parsed({ settings: settings ?? {}, sync: input.sync ?? {}, scopes: input.scopes ?? {} }),
    endUser: input.endUser ?? { organizationName, creatorEmail: null, originId: null },
    enabled: true,
    state: 'ACTIVE',
    failingSince: null,
    createdAt: at,
    updatedAt: at,
  }
}

/** @throws AdministrationError when a setting cannot be. */
function parsed<T extends { settings?: unknown; sync?: unknown; scopes?: unknown }>(
  settings: T,
): Pick<Integration, keyof T & ('settings' | 'sync' | 'scopes')> {
  try {
    return {
      ...(settings.settings !== undefined && { settings: parseMappingSettings(settings.settings) }),
      ...(settings.sync !== undefined && { sync: parseSyncSettings(settings.sync) }),
      ...(settings.scopes !== undefined && { scopes: parseScopeSettings(settings.scopes) }),
    } as Pick<Integration, keyof T & ('settings' | 'sync' | 'scopes')>
  } catch (error) {
    throw error instanceof SettingsError ? new AdministrationError(error.message) : error
  }
}
