import { badRequest, errorCodes, IcimsError, notFound, type Problem } from '../errors.ts'
import { customLists, type ListName, listNames } from '../tenant/list-names.ts'
import type { KnownNode } from '../tenant/lists.ts'
import type { ProfilesContext, Warnings } from './context.ts'
import { addListNode, isNodeText, putListNode } from './list-changes.ts'

/** A node as the List API answers it; `path` are the texts from the top of its list down to it. */
export type ListItem = Pick<KnownNode, 'id' | 'value' | 'abbrev' | 'hidden'> & {
  path: readonly string[]
  hasChildren: boolean
}

/** One level of a list: what it hangs on, and its immediate children (D12). `list` and `parent` say where a new one goes. */
export type ListLevel = { of: ListItem; list: string; parent: string | null; children: readonly ListItem[] }

/**
 * The level under a list or a node. A standard list is named, a custom one is asked for by the id of its own node, which
 * `lists.customfields_lists` tells (D12).
 *
 * @throws IcimsError 404 for what is neither.
 */
export function readListLevel(context: ProfilesContext, id: string): ListLevel {
  const { lists, config } = context
  const names = listNames(config.lists)
  const name = names.find((one) => one.id === id || (one.list === id && !one.isCustom))
  if (name !== undefined) {
    const own = lists.children(name.list, null).map((node) => toItem(context, node))
    const custom = names.filter(({ isCustom }) => isCustom).map((one) => ofList(context, one))
    const children = name.list === customLists ? [...custom, ...own] : own
    return {
      of: { ...ofList(context, name), hasChildren: children.length > 0 },
      list: name.list,
      parent: null,
      children,
    }
  }
  const node = knownNode(context, id)
  const children = lists.children(node.list, node.id).map((child) => toItem(context, child))
  return { of: toItem(context, node), list: node.list, parent: node.id, children }
}

/**
 * A node of a list, in the older way of asking: by the name of the list and the node's id (C6). In the list of custom lists
 * those lists are nodes too, and whatever is in them.
 *
 * @throws IcimsError 404 for a node that is not in this list.
 */
export function readListNode(context: ProfilesContext, list: string, id: string): ListLevel {
  const names = listNames(context.config.lists)
  if (!names.some((one) => one.list === list && !one.isCustom)) throw notFound('List')
  const level = readListLevel(context, id)
  const isCustom = names.some((one) => one.list === level.list && one.isCustom)
  const isHere = list === customLists ? isCustom || level.list === list : level.list === list
  if (!isHere || (level.parent === null && level.list === list)) throw notFound('List')
  return level
}

/**
 * Adds a node under a list or a node.
 *
 * @returns its id, and the keys of the body that mean nothing.
 * @throws IcimsError 404 without such a list or node, 400 naming each bad key.
 */
export function createListNode(
  context: ProfilesContext,
  id: string,
  body: Readonly<Record<string, unknown>>,
): { id: string; warnings: Warnings } {
  const { list, parent } = readListLevel(context, id)
  const { values, warnings } = decodeNode(body)
  if (values.value === undefined) throw badRequest([{ code: errorCodes.required, field: 'value', message: missing }])
  const node = addListNode(context, list, parent, { ...values, value: values.value })
  return { id: node.id, warnings }
}

/**
 * Renames, hides or shows a node.
 *
 * @throws IcimsError 403 for a list itself, else as `createListNode`.
 */
export function updateListNode(
  context: ProfilesContext,
  id: string,
  body: Readonly<Record<string, unknown>>,
): { warnings: Warnings } {
  const isList = listNames(context.config.lists).some((one) => one.id === id || (one.list === id && !one.isCustom))
  if (isList) throw new IcimsError(403, [{ code: errorCodes.forbidden, message: 'A list itself cannot be changed.' }])
  const node = knownNode(context, id)
  const { values, warnings } = decodeNode(body)
  if (Object.keys(values).length > 0) putListNode(context, { ...node, ...values })
  return { warnings }
}

const missing = 'This field is required.'

/** What a client may say of a node; anything else is warned about, as for profiles (D13). */
function decodeNode(body: Readonly<Record<string, unknown>>): {
  values: Partial<Pick<KnownNode, 'value' | 'abbrev' | 'hidden'>>
  warnings: Problem[]
} {
  const { value, abbrev, hidden, ...others } = body
  const bad = (field: string, message: string): Problem => ({ code: errorCodes.badValue, field, message })
  const problems = [
    ...(value === undefined || isNodeText(value) ? [] : [bad('value', textWanted)]),
    ...(abbrev === undefined || isNodeText(abbrev) ? [] : [bad('abbrev', textWanted)]),
    ...(hidden === undefined || typeof hidden === 'boolean' ? [] : [bad('hidden', 'The value must be true or false.')]),
  ]
  if (problems.length > 0) throw badRequest(problems)
  return {
    values: {
      ...(value !== undefined && { value: (value as string).trim() }),
      ...(abbrev !== undefined && { abbrev: (abbrev as string).trim() }),
      ...(hidden !== undefined && { hidden: hidden as boolean }),
    },
    warnings: Object.keys(others).map((field) => ({
      code: errorCodes.fieldName,
      field,
      message: field === field.toLowerCase() ? 'There is no such field.' : 'Field name must be all lowercase.',
    })),
  }
}

const textWanted = 'The value must be a text of 1 to 255 characters.'

/** A node that is in a list the List API knows. */
function knownNode({ lists, config }: ProfilesContext, id: string): KnownNode {
  const node = lists.node(id)
  const isListed = listNames(config.lists).some(({ list }) => list === node?.list)
  if (node === undefined || !isListed) throw notFound('List')
  return node
}

function ofList({ lists }: ProfilesContext, { list, id, value }: ListName): ListItem {
  return { id, value, path: [value], hasChildren: lists.children(list, null).length > 0 }
}

function toItem({ lists }: ProfilesContext, { id, value, abbrev, hidden, list, parent }: KnownNode): ListItem {
  const path = [value]
  for (let above = parent; above !== null; above = lists.node(above)?.parent ?? null) {
    path.unshift(lists.node(above)!.value)
  }
  return {
    id,
    value,
    ...(abbrev !== undefined && { abbrev }),
    ...(hidden !== undefined && { hidden }),
    path,
    hasChildren: lists.children(list, id).length > 0,
  }
}
