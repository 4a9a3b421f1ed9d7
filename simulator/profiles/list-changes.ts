import type { ProfileData, Store, Stored } from '../store/store.ts'
import { createLists, type KnownNode, type ListDefinitions, type Lists } from '../tenant/lists.ts'
import type { ProfilesContext } from './context.ts'

/** The one record that holds what is otherwise than configured, in the order it was added. */
const record = 1
/** Ids of nodes made here start behind this number, where no preset has any. */
const firstNumber = 60_000
/** Longest text of a node, in characters (inferred). */
const longestText = 255

/** A tenant's lists: as configured, and with what was changed since. What the store forgets again is forgotten here too. */
export function openLists(definitions: ListDefinitions, store: Pick<Store, 'get'>): Lists {
  const configured = createLists(definitions)
  let seen: ProfileData | undefined
  let lists = configured
  const current = (): Lists => {
    const data = store.get('listchanges', record)
    // A record that was written or taken back is another object.
    if (data !== seen) {
      const changes = nodesOf(data)
      lists = changes.length === 0 ? configured : createLists(definitions, changes)
      seen = data
    }
    return lists
  }
  return {
    node: (id) => current().node(id),
    match: (list, text) => current().match(list, text),
    nodes: (list) => current().nodes(list),
    children: (list, parent) => current().children(list, parent),
  }
}

/** Whether a text can be that of a node. */
export function isNodeText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longestText
}

/** Adds a node under another one, or at the top of the list. Its id is one of a customer's own, `C` and a number. */
export function addListNode(
  context: ProfilesContext,
  list: string,
  parent: string | null,
  { value, ...more }: Pick<KnownNode, 'value' | 'abbrev' | 'hidden'>,
): KnownNode {
  const { store, lists } = context
  return store.transaction(() => {
    store.reserve('listnode', firstNumber)
    let id: string
    do id = `C${store.next('listnode')}`
    while (lists.node(id) !== undefined)
    const node = { ...more, id, value: value.trim(), list, parent }
    putListNode(context, node)
    return node
  })
}

/** Puts a node where it is said to be, in place of the one with its id. */
export function putListNode({ store }: ProfilesContext, node: KnownNode): void {
  const nodes = nodesOf(store.get('listchanges', record))
  const place = nodes.findIndex(({ id }) => id === node.id)
  const changed = place === -1 ? [...nodes, node] : nodes.with(place, node)
  store.put('listchanges', record, { nodes: changed as readonly Stored[] })
}

/** Everything that is otherwise than configured. */
export function changedListNodes({ store }: ProfilesContext): readonly KnownNode[] {
  return nodesOf(store.get('listchanges', record))
}

function nodesOf(data: ProfileData | undefined): readonly KnownNode[] {
  return (data?.nodes ?? []) as unknown as readonly KnownNode[]
}
