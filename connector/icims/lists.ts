import { recordOf, type Written, writtenOf } from './answer.ts'
import { decodeGroups, decodeId, decodeText, isObject, type Json } from './decode.ts'
import type { createRequests, Outgoing } from './request.ts'
import type { Incoming } from './send.ts'

/** An entry of a list (D12). */
export type IcimsListItem = { id: string; value: string; isHidden: boolean }

/** Lists of a customer (D12), by id or name. How they are changed is not printed anywhere. */
export type IcimsLists = {
  /** The entries of the first level. */
  getListItems(list: string): Promise<IcimsListItem[]>
  createListItem(list: string, values: { value: string }): Promise<Written>
  updateListItem(id: string, values: { hidden: boolean }): Promise<Written>
}

/** Entries in one answer, at most (D12). */
const size = 1_000

export function createLists(
  customerId: string,
  { get, post, patch }: ReturnType<typeof createRequests>,
  send: (request: Outgoing) => Promise<Incoming>,
): IcimsLists {
  const path = '/customers/{customerId}/v2/lists/{listId}'
  return {
    async getListItems(listId) {
      const items: IcimsListItem[] = []
      for (let page = 0; ; page++) {
        const request = get(path, { path: { customerId, listId }, query: { size, page } })
        const answer = await recordOf(send(request), `list ${listId}`)
        const children = isObject(answer) ? decodeGroups(answer, 'children').flatMap(toItem) : []
        items.push(...children)
        if (children.length < size) return items
      }
    },
    createListItem(listId, values) {
      return writtenOf(send(post(path, { path: { customerId, listId } }, values)), `entry of list ${listId}`)
    },
    updateListItem(listId, values) {
      return writtenOf(send(patch(path, { path: { customerId, listId } }, values)), `list entry ${listId}`)
    },
  }
}

function toItem(child: Json): IcimsListItem[] {
  const id = decodeId(child, 'id')
  const value = decodeText(child, 'value')
  return id === undefined || value === undefined ? [] : [{ id, value, isHidden: child.hidden === true }]
}
