import type { Clock } from '../clock.ts'
import { EventError } from '../events/errors.ts'
import type { IcimsEvent } from '../events/icims-event.ts'
import type { IcimsClient } from '../icims/client.ts'
import { RecordError } from '../icims/errors.ts'
import type { JsonObject } from '../models/record.ts'
import { type AssessmentOrder, openOrder } from '../store/assessment-orders.ts'
import type { Integration } from '../store/integration.ts'
import type { Store } from '../store/store.ts'
import type { WireOrder } from '../webhooks/event.ts'
import { recordEvent } from '../webhooks/outbox.ts'
import { OrderError, type Ordering, prepareOrder, renderOrder } from './order.ts'

/** What orders are made with. */
export type OrderingOptions = { store: Store; clock: Clock; client: IcimsClient; integration: Integration }

/**
 * Orders what a status change asks for: the statuses that do are settings of the integration. An order that cannot be made is
 * no reason to hold up the event.
 *
 * @returns what is to be done in the transaction that ends the event.
 */
export async function orderByStatus(
  options: OrderingOptions,
  events: readonly IcimsEvent[],
): Promise<(store: Store) => Promise<void>> {
  const { triggerStatuses } = options.integration.settings.assessment
  const event = events.findLast(
    ({ type, newStatus }) =>
      type === 'WorkFlowStatusChangeEvent' && triggerStatuses.some((id) => bare(id) === bare(newStatus ?? '')),
  )
  const names = event && idsOf(event)
  if (names === undefined) return async () => {}
  const ordering = await prepareOrder(options, names).catch(unlessNone)
  return async (store) => {
    if (ordering !== undefined) await order(options, store, ordering, names.workflowId, null)
  }
}

/**
 * Orders what the end of an application asks for.
 *
 * @returns the page on which the candidate goes on; none where the integration has none.
 * @throws EventError with what iCIMS may show when there is nothing to order.
 */
export async function orderByApplication(options: OrderingOptions, event: IcimsEvent): Promise<string | undefined> {
  const { candidateUrl } = options.integration.settings.assessment
  if (candidateUrl === null) return undefined
  const names = idsOf(event)
  const { returnUrl } = event
  if (names === undefined || returnUrl === null)
    throw new EventError(400, 'The event names no candidate, job or return.')
  if (!/^https?:\/\//i.test(returnUrl)) throw new EventError(400, 'returnUrl is no web address.')
  const ordering = await prepareOrder(options, names).catch((error: unknown) => {
    if (error instanceof OrderError || (error instanceof RecordError && !error.isServerFault)) {
      throw new EventError(400, error.message)
    }
    throw error
  })
  const made = await options.store.transaction((inner) => order(options, inner, ordering, names.workflowId, returnUrl))
  return candidateUrl
    .replaceAll('{order_id}', encodeURIComponent(made.id))
    .replaceAll('{return_url}', encodeURIComponent(returnUrl))
}

/** Opens the order, and tells of it once. */
async function order(
  { clock, integration }: OrderingOptions,
  store: Store,
  { package: { id: packageId, name: packageName }, subject }: Ordering,
  workflowId: string,
  returnUrl: string | null,
): Promise<AssessmentOrder> {
  const at = clock.now().toISOString()
  const wanted = { integrationId: integration.id, packageId, packageName, workflowId, subject, returnUrl }
  const { order, isNew } = await openOrder(store, wanted, at)
  if (isNew) {
    const type = returnUrl === null ? 'assessment:order-received' : 'inline-assessment:order-received'
    const data = { ...renderOrder(order), integration_id: `icims:${integration.id}` } as JsonObject as WireOrder
    await recordEvent(store, integration.environmentId, type, { cause: order.id, data, at })
  }
  return order
}

function idsOf({ subject, personId, jobId }: IcimsEvent) {
  const [path, workflowId] = subject.split('/')
  if (path !== 'applicantworkflows' || workflowId === undefined || personId === null || jobId === null) return undefined
  return { workflowId, personId, jobId }
}

/** Status ids come with their letter or without it. */
function bare(id: string): string {
  return id.replace(/^[CD]/, '')
}

function unlessNone(error: unknown): undefined {
  const isNone = error instanceof OrderError || (error instanceof RecordError && !error.isServerFault)
  if (!isNone) throw error
}
