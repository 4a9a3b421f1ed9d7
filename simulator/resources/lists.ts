import { badRequest, errorCodes, type Problem } from '../errors.ts'
import type { Exchange, Handlers } from '../exchange.ts'
import { createListNode, type ListItem, readListLevel, readListNode, updateListNode } from '../profiles/list-levels.ts'
import { standardLists } from '../tenant/list-names.ts'
import { objectBody } from './profile-handlers.ts'

/** Most children in one answer, and as many unless asked otherwise (D12). */
const mostChildren = 1_000

/** `/customers/{customerId}/v2/lists`: D12; the shape of a node and what a write answers are inferred. */
export const lists: Handlers = {
  getLists: () => ({ status: 200, body: { lists: standardLists } }),
  getList(exchange) {
    const { tenant, params, query } = exchange
    const { of, children } = readListLevel(tenant, params.listId ?? '')
    const size = wholeNumber(query, 'size', 1, mostChildren) ?? mostChildren
    const number = wholeNumber(query, 'page', 0, Number.MAX_SAFE_INTEGER) ?? 0
    const totalPages = Math.ceil(children.length / size)
    const self = addressOf(exchange, params.listId ?? '')
    const page = (at: number): { href: string } => ({ href: `${self}?size=${size}&page=${at}` })
    return {
      status: 200,
      body: {
        ...body(of),
        children: children.slice(number * size, (number + 1) * size).map((item) => ({
          ...body(item),
          _links: {
            self: { href: addressOf(exchange, item.id) },
            ...(item.hasChildren && { children: { href: addressOf(exchange, item.id) } }),
          },
        })),
        page: { size, number, totalElements: children.length, totalPages },
        _links: {
          self: { href: self },
          ...(number > 0 && { prev: page(number - 1) }),
          ...(number + 1 < totalPages && { next: page(number + 1) }),
        },
      },
    }
  },
  createListNode(exchange) {
    const { id, warnings } = createListNode(exchange.tenant, exchange.params.listId ?? '', objectBody(exchange))
    warn(exchange, warnings)
    return { status: 201, location: addressOf(exchange, id) }
  },
  updateListNode(exchange) {
    const { listId = '' } = exchange.params
    const { warnings } = updateListNode(exchange.tenant, listId, objectBody(exchange))
    warn(exchange, warnings)
    return { status: 204, location: addressOf(exchange, listId) }
  },
  getListNode({ tenant, params }) {
    const { of, children } = readListNode(tenant, params.listId ?? '', params.nodeId ?? '')
    return { status: 200, body: { ...body(of), children: children.map(body) } }
  },
}

function addressOf({ base }: Exchange, id: string): string {
  return `${base}/v2/lists/${id}`
}

/** The path of a nested node is joined as it is in a profile (inferred). */
function body({ id, value, abbrev, hidden = false, path }: ListItem): Record<string, unknown> {
  return { id, value, formattedvalue: path.join(' - '), ...(abbrev !== undefined && { abbrev }), hidden }
}

/** @throws IcimsError 400 for a query parameter that is no whole number, or beyond its bounds (inferred). */
function wholeNumber(query: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  const bounds = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`
  throw badRequest([
    { code: errorCodes.badValue, field: name, message: `The value must be a whole number, ${bounds}.` },
  ])
}

function warn({ warnings, notes }: Exchange, problems: readonly Problem[]): void {
  for (const problem of problems) {
    warnings.push(problem)
    notes.push({ kind: 'unread-field', subject: problem.field ?? '', reason: problem.message })
  }
}
