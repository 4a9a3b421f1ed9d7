import type { Clock } from '../clock.ts'
import { type Delivery, type DeliveryAttempt, listAttempts, listDead, resend } from '../store/deliveries.ts'
import { AdministrationError, defaultEnvironment, toEnvironment } from '../store/integration.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'
import { addTarget, listTargets, removeTarget, type WebhookTarget } from '../store/webhook-targets.ts'
import { type WebhookType, webhookTypes } from './event.ts'
import { checkTarget } from './guard.ts'

/** What changes who is told of what, and shows what became of it. */
export type WebhookAdministration = {
  /** The secret that signs is the one given, or a new one; it is told this once. */
  addWebhook(options: {
    url: string
    environmentId?: string
    /** All of them when left out. */
    types?: readonly string[]
    secret?: string
  }): Promise<WebhookTarget & { secret: string }>
  listWebhooks(): Promise<WebhookTarget[]>
  removeWebhook(id: string): Promise<void>
  /** What was given up. */
  listDeadLetters(): Promise<Delivery[]>
  /** Sends again what was given up: everything, of one target, or one event, which may have arrived before. */
  resendWebhooks(which?: { eventId?: string; targetId?: string }): Promise<number>
  /** The latest attempts to deliver, the newest first. */
  listDeliveries(limit?: number): Promise<DeliveryAttempt[]>
}

/** What it works on. */
export type WebhookAdministrationOptions = { store: Store; vault: Vault; clock: Clock; allowLoopback: boolean }

export function createWebhookAdministration(options: WebhookAdministrationOptions): WebhookAdministration {
  const { store, vault, clock, allowLoopback } = options
  const now = (): string => clock.now().toISOString()
  return {
    async addWebhook({ url, environmentId = defaultEnvironment, types = [], secret }) {
      const target = {
        url: checkTarget(url, allowLoopback).href,
        environmentId: toEnvironment(environmentId),
        types: types.map(toType),
        createdAt: now(),
      }
      if (secret !== undefined && secret.length < 16) {
        throw new AdministrationError('The secret of a webhook must have 16 characters or more.')
      }
      return addTarget(store, vault, { ...target, ...(secret !== undefined && { secret }) })
    },
    listWebhooks: () => listTargets(store),
    async removeWebhook(id) {
      if (!(await removeTarget(store, id))) throw new AdministrationError(`There is no webhook target ${id}.`)
    },
    listDeadLetters: () => listDead(store),
    resendWebhooks: (which = {}) => resend(store, now(), which),
    listDeliveries: (limit = 100) => listAttempts(store, limit),
  }
}

/** @throws AdministrationError unless it is a type of webhook. */
function toType(text: string): WebhookType {
  const found = webhookTypes.find((type) => type === text)
  if (found !== undefined) return found
  throw new AdministrationError(`There is no webhook ${JSON.stringify(text)}. There are: ${webhookTypes.join(', ')}.`)
}
