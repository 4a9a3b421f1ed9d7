import { z } from '@hono/zod-openapi'
import { defineAction, type Working } from '../actions/action.ts'
import { invalid } from '../actions/errors.ts'
import { storeReadBack } from '../actions/read-back.ts'
import { decodeGroups, decodeId, decodeText, type Json } from '../icims/decode.ts'
import { extraFields } from '../models/field-source.ts'
import { client, doc } from '../models/model.ts'
import { findOrder, noteResult, type OrderStatus } from '../store/assessment-orders.ts'
import type { Store } from '../store/store.ts'

const collection = 'assessmentresults'
/** Characters of notes that iCIMS takes (D18). */
const longestNotes = 192

/** Statuses of a result: system nodes of iCIMS, the same for every customer (C6). */
const nodes = {
  sent: 'D37002019004',
  inProgress: 'D37002019003',
  complete: 'D37002019001',
  incomplete: 'D37002019002',
} as const

const attribute = z.discriminatedUnion('type', [
  z.object({ type: z.literal('TEXT'), label: z.string(), value: z.string() }),
  z.object({
    type: z.literal('SUB_RESULT'),
    id: z.string(),
    label: z.string(),
    score: z.object({ value: z.number(), max: z.number() }),
    status: z.enum(['COMPLETED', 'CANCELLED']),
  }),
])

const attachment = z
  .object({
    name: z.string().min(1),
    content_type: z.string().optional(),
    data_url: z.string().optional(),
    data: z.string().optional(),
  })
  .refine(({ data, data_url: url }) => (data === undefined) !== (url === undefined), 'give either data or data_url')

const body = z.object({
  assessment_order_id: z.string(),
  status: z.enum(['COMPLETED', 'CANCELLED', 'OPEN']),
  result_url: z.url({ protocol: /^https?$/ }),
  completed_at: z.iso.datetime({ offset: true }).nullish(),
  score: z.number().nullish(),
  max_score: z.number().nullish(),
  attributes: z.array(attribute).nullish(),
  attachments: z.array(attachment).max(5).nullish(),
  remote_fields: z.record(z.string(), z.unknown()).nullish(),
})

/**
 * Writes what became of an order as an assessment result of its workflow: a new entry the first time, the same one from then
 * on, as partners do (Talytica, Pairin). Its life is Sent, In Progress, Complete.
 */
export const updateOrderResult = defineAction({
  id: 'assessment_update_order_result',
  label: 'Update order result',
  fields: {
    status: client('assessmentstatus of an entry of assessmentresults (C6)'),
    result_url: client('assessmenturl (C6, C9)'),
    completed_at: client('assessmentdate (C6)'),
    score: doc('assessmentscore (D18)'),
    max_score: doc('assessmentresult, as `82 / 100` (D18)'),
    attributes: doc('assessmentnotes (D18)', 'Cut to 192 characters.'),
  },
  body,
  repeats: 'same key',
  async prepare(input, { store, integration }) {
    const { assessment_order_id: id, status, completed_at, result_url, score, max_score } = input
    const order = await findOrder(store, integration.id, id)
    if (order === undefined) throw invalid(`assessment_order_id: there is no order ${JSON.stringify(id)}.`)
    checkStatus(order.status, status)
    if (status !== 'OPEN' && completed_at == null) throw invalid(`completed_at: it is needed when status is ${status}.`)
    const { notes, warnings } = toNotes(input.attributes ?? [])
    return {
      orderId: id,
      workflowId: order.workflowId,
      packageName: order.packageName,
      status,
      url: result_url,
      completedAt: completed_at ?? null,
      score: score ?? null,
      result: score == null || max_score == null ? null : `${score} / ${max_score}`,
      notes,
      warnings: [...warnings, ...(input.attachments ?? []).map(notTaken)],
    }
  },
  subject: ({ workflowId }) => `application ${workflowId}`,
  async run(input, working) {
    const { client, integration, saga, clock, store } = working
    const { workflowId, orderId, status } = input
    for (const warning of input.warnings) saga.warn(warning)
    const order = (await findOrder(store, integration.id, orderId))!
    checkStatus(order.status, status)
    const more = [...extraFields(integration.settings).applicantworkflow, collection]
    const entry = await writeEntry(
      input,
      order.entry,
      (await client.getApplicantWorkflow(workflowId, more)).raw,
      working,
    )
    const workflow = await client.getApplicantWorkflow(workflowId, more)
    return async (inner: Store) => {
      const at = clock.now().toISOString()
      await noteResult(inner, order, { status, entry }, at)
      await storeReadBack(inner, integration, { workflow }, at)
      return {}
    }
  },
})

type Input = {
  workflowId: string
  packageName: string
  status: OrderStatus
  url: string
  completedAt: string | null
  score: number | null
  result: string | null
  notes: string | null
}

/** Into the order's own entry, or one with the same link that an earlier try left, or a new one. @returns its id. */
async function writeEntry(input: Input, known: string | null, before: Json, working: Working): Promise<string> {
  const { saga, client, clock } = working
  const { workflowId, url, score, result, notes } = input
  const entries = decodeGroups(before, collection)
  const idOf = (entry: Json | undefined) => (entry === undefined ? undefined : decodeId(entry, 'entry'))
  const own = idOf(entries.find((entry) => idOf(entry) === known))
  const found = own ?? idOf(entries.find((entry) => decodeText(entry, 'assessmenturl') === url))
  const values = {
    assessmentname: { value: input.packageName },
    assessmentdate: toIcimsDateTime(input.completedAt ?? clock.now().toISOString()),
    assessmentstatus: { id: nodeOf(input.status, found === undefined) },
    assessmenturl: url,
    ...(score !== null && { assessmentscore: score }),
    ...(result !== null && { assessmentresult: result }),
    ...(notes !== null && { assessmentnotes: notes }),
  }
  const id = await saga.step('entry', async () => {
    const written =
      found === undefined
        ? await client.createApplicantWorkflowEntry(workflowId, collection, values)
        : await client.updateApplicantWorkflowEntry(workflowId, collection, found, values)
    if (written.warnings !== null) saga.warn(`iCIMS warns: ${written.warnings}`)
    return found ?? written.id
  })
  saga.wrote(`The result was written to application ${workflowId}.`)
  return id
}

function nodeOf(status: OrderStatus, isNew: boolean): string {
  if (status === 'COMPLETED') return nodes.complete
  if (status === 'CANCELLED') return nodes.incomplete
  return isNew ? nodes.sent : nodes.inProgress
}

/** @throws ActionError when the order has come to another end. */
function checkStatus(now: OrderStatus, next: OrderStatus): void {
  if (now === 'OPEN' || now === next) return
  throw invalid(`status: the order is ${now}, and only an open one can become ${next}.`)
}

/** iCIMS has texts only: attributes become one, as long as it may be. */
function toNotes(attributes: readonly z.output<typeof attribute>[]): { notes: string | null; warnings: string[] } {
  if (attributes.length === 0) return { notes: null, warnings: [] }
  const lines = attributes.map((one) =>
    one.type === 'TEXT'
      ? `${one.label}: ${one.value}`
      : `${one.label}: ${one.status === 'CANCELLED' ? 'cancelled' : `${one.score.value} / ${one.score.max}`}`,
  )
  const whole = lines.join('; ')
  const notes = whole.slice(0, longestNotes).replace(/[\ud800-\udbff]$/, '')
  const isCut = notes !== whole
  return {
    notes,
    warnings: isCut ? [`attributes: iCIMS takes ${longestNotes} characters of notes, so they were cut.`] : [],
  }
}

function notTaken({ name }: { name: string }): string {
  return `attachments: a result of iCIMS holds no file, so ${JSON.stringify(name)} was not written.`
}

/** `2019-04-10 07:12 PM` (C6, C9), in UTC. */
function toIcimsDateTime(instant: string): string {
  const at = new Date(instant)
  const hour = at.getUTCHours()
  const clock = `${String(hour % 12 || 12).padStart(2, '0')}:${String(at.getUTCMinutes()).padStart(2, '0')}`
  return `${at.toISOString().slice(0, 10)} ${clock} ${hour < 12 ? 'AM' : 'PM'}`
}
