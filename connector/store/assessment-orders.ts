import type { JsonObject } from '../models/record.ts'
import { toUnifiedId } from './id.ts'
import type { Row } from './schema.ts'
import type { Store } from './store.ts'

export const orderStatuses = ['OPEN', 'COMPLETED', 'CANCELLED', 'REJECTED'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** An assessment that iCIMS ordered for a candidate. */
export type AssessmentOrder = {
  id: string
  integrationId: string
  packageId: string
  packageName: string
  /** The applicant workflow in iCIMS. */
  workflowId: string
  status: OrderStatus
  /** Candidate, application and job as they were when it was ordered, as the unified API shows them. */
  subject: JsonObject
  /** Where the candidate goes back to, who came from the end of an application. */
  returnUrl: string | null
  /** Its entry in the results of the workflow, once there is one. */
  entry: string | null
  createdAt: string
}

type NewOrder = Pick<
  AssessmentOrder,
  'integrationId' | 'packageId' | 'packageName' | 'workflowId' | 'subject' | 'returnUrl'
>

/**
 * The open order of a workflow and a package, or a new one: whoever orders again while one is open gets that one. To be called
 * in a transaction.
 */
export async function openOrder(
  store: Store,
  order: NewOrder,
  at: string,
): Promise<{ order: AssessmentOrder; isNew: boolean }> {
  const { database } = store
  const { integrationId, packageId, workflowId } = order
  const rows = await orders(store, integrationId)
    .where('workflow_id', '=', workflowId)
    .where('package_id', '=', packageId)
    .execute()
  const open = rows.find(({ status }) => status === 'OPEN')
  if (open !== undefined) {
    const { returnUrl } = order
    if (returnUrl !== null && open.return_url !== returnUrl) {
      await database.updateTable('assessment_order').set({ return_url: returnUrl }).where('id', '=', open.id!).execute()
    }
    return { order: { ...toOrder(open), returnUrl: returnUrl ?? toOrder(open).returnUrl }, isNew: false }
  }
  // Two processes that order the same at once make the same id.
  const id = toUnifiedId(integrationId, `assessment ${workflowId} ${packageId} ${rows.length + 1}`)
  const values = {
    id,
    integration_id: integrationId,
    package_id: packageId,
    package_name: order.packageName,
    workflow_id: workflowId,
    status: 'OPEN',
    subject: JSON.stringify(order.subject),
    return_url: order.returnUrl,
    entry: null,
    created_at: at,
    changed_at: at,
  }
  const insert = database.insertInto('assessment_order').values(values)
  const made = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return { order: toOrder(values), isNew: Number(made.numInsertedOrUpdatedRows ?? 0) > 0 }
}

export async function findOrder(store: Store, integrationId: string, id: string): Promise<AssessmentOrder | undefined> {
  const row = await orders(store, integrationId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toOrder(row)
}

/** What orders are looked for by. */
export type OrderFilter = {
  afterId?: string
  ids?: readonly string[]
  statuses?: readonly OrderStatus[]
  createdAfter?: string
  limit: number
}

/** Orders by their ids. */
export async function listOrders(store: Store, integrationId: string, filter: OrderFilter): Promise<AssessmentOrder[]> {
  const { afterId, ids, statuses, createdAfter, limit } = filter
  let query = orders(store, integrationId)
  if (afterId !== undefined) query = query.where('id', '>', afterId)
  if (ids !== undefined) query = query.where('id', 'in', ids)
  if (statuses !== undefined) query = query.where('status', 'in', statuses)
  if (createdAfter !== undefined) query = query.where('created_at', '>', createdAfter)
  return (await query.orderBy('id').limit(limit).execute()).map(toOrder)
}

/** Notes what became of an order, and its entry in iCIMS. */
export async function noteResult(
  { database }: Store,
  { id }: Pick<AssessmentOrder, 'id'>,
  { status, entry }: { status: OrderStatus; entry: string | null },
  at: string,
): Promise<void> {
  await database.updateTable('assessment_order').set({ status, entry, changed_at: at }).where('id', '=', id).execute()
}

function orders({ database }: Store, integrationId: string) {
  return database.selectFrom('assessment_order').selectAll().where('integration_id', '=', integrationId)
}

function toOrder(row: Row): AssessmentOrder {
  return {
    id: String(row.id),
    integrationId: String(row.integration_id),
    packageId: String(row.package_id),
    packageName: String(row.package_name),
    workflowId: String(row.workflow_id),
    status: row.status as OrderStatus,
    subject: JSON.parse(String(row.subject)),
    returnUrl: row.return_url === null ? null : String(row.return_url),
    entry: row.entry === null ? null : String(row.entry),
    createdAt: String(row.created_at),
  }
}
