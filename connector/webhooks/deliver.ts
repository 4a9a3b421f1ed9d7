import type { Clock } from '../clock.ts'
import { claim, type Delivery, listDue, noteAttempt, pruneDeliveries } from '../store/deliveries.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'
import { readTargetSecret } from '../store/webhook-targets.ts'
import type { SendOutcome, SendWebhook } from './send.ts'
import { sign, signatureHeader } from './sign.ts'

/** What delivering works with. */
export type DeliverOptions = {
  store: Store
  vault: Vault
  clock: Clock
  send: SendWebhook
  /** From 0 to 1, spreads retries. */
  random: () => number
}

const second = 1_000
const hour = 3_600 * second

/** Tries until a delivery is given up: about two days, the waits below added up. */
export const maxAttempts = 16
/** The first wait; each later one is twice the one before it, up to the longest. */
const firstWait = 30 * second
const longestWait = 6 * hour
/** How long a process has to note what became of a delivery it took. */
const claimTime = 60 * second
/** How long what is delivered or given up is kept: 30 days. */
const keptFor = 720 * hour
const batch = 100

/**
 * Sends what is due: to all targets at the same time, to each in order. The first failure of a target ends its turn, so
 * that one that hangs holds up nobody else.
 *
 * @returns how many deliveries were tried.
 */
export async function deliverDue(options: DeliverOptions): Promise<number> {
  const { store, clock } = options
  const now = clock.now()
  await pruneDeliveries(store, new Date(now.getTime() - keptFor).toISOString())
  const due = await listDue(store, now.toISOString(), batch)
  const byTarget = Map.groupBy(due, ({ targetId }) => targetId)
  const tried = await Promise.all([...byTarget.values()].map((deliveries) => deliverInOrder(options, deliveries)))
  return tried.reduce((sum, count) => sum + count, 0)
}

async function deliverInOrder(options: DeliverOptions, deliveries: readonly Delivery[]): Promise<number> {
  let tried = 0
  for (const delivery of deliveries) {
    const until = new Date(options.clock.now().getTime() + claimTime).toISOString()
    if (!(await claim(options.store, delivery, until))) continue
    tried += 1
    if (!(await deliver(options, delivery))) break
  }
  return tried
}

/** @returns whether it arrived. */
async function deliver(options: DeliverOptions, delivery: Delivery): Promise<boolean> {
  const { store, clock, random } = options
  const started = clock.now()
  const { status, error } = await sendSigned(options, delivery)
  const ended = clock.now()
  const attempt = { at: started.toISOString(), milliseconds: ended.getTime() - started.getTime(), status, error }
  const isDead = error !== null && delivery.attempts + 1 >= maxAttempts
  const state = error === null ? 'DELIVERED' : isDead ? 'DEAD' : 'PENDING'
  const dueAt = new Date(ended.getTime() + retryWait(delivery.attempts + 1, random)).toISOString()
  await noteAttempt(store, delivery, attempt, { state, dueAt, at: ended.toISOString() })
  return error === null
}

async function sendSigned({ store, vault, send }: DeliverOptions, delivery: Delivery): Promise<SendOutcome> {
  const { url, body, targetId } = delivery
  try {
    const secret = await readTargetSecret(store, vault, targetId)
    const headers = { 'content-type': 'application/json', 'user-agent': 'icims-connector' }
    return await send(url, { ...headers, [signatureHeader]: sign(body, secret) }, body)
  } catch (error) {
    return { status: null, error: (error as Error).message }
  }
}

/** How long to wait after so many failed attempts, in milliseconds: doubled each time, with a fifth more or less. */
export function retryWait(attempts: number, random: () => number): number {
  const wait = Math.min(longestWait, firstWait * 2 ** (attempts - 1))
  return Math.round(wait * (0.8 + 0.4 * random()))
}
