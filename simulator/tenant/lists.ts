/**
 * One entry of a list. Ids start with `D` when iCIMS delivers the entry and with `C` when the customer made it; a child's
 * id extends its parent's (`D41001` United States, `D41001024` Massachusetts). Evidence: C1, C6, C12.
 */
export type ListNode = {
  id: string
  value: string
  /** Short form of a country or a state. */
  abbrev?: string
  /** Not offered any more; what holds it keeps it. */
  hidden?: boolean
  children?: readonly ListNode[]
}

/** A tenant's lists by list id (`lists.job.folders`), as the List API names them (D12). */
export type ListDefinitions = Readonly<Record<string, readonly ListNode[]>>

/** A node as looked up, with the list it stands in. */
export type KnownNode = Omit<ListNode, 'children'> & { list: string; parent: string | null }

/** Read access to every list of a tenant. */
export type Lists = {
  /** The node of this id, or undefined. */
  node(id: string): KnownNode | undefined
  /** The nodes of a list that this text names: by node id, by text, by abbreviation, or by SystemID. */
  match(list: string, text: string): readonly KnownNode[]
  /** Every node of a list, children included, in the list's order. */
  nodes(list: string): readonly KnownNode[]
  /** The nodes under this one, or at the top of the list. */
  children(list: string, parent: string | null): readonly KnownNode[]
}

/** The numeric SystemID of a node: the digits of its id (C2's event fixture shows ids in that form). */
export function systemId(id: string): number {
  return Number(id.slice(1))
}

/**
 * Indexes the lists once, so that every look-up is a map access.
 *
 * @param changes nodes that are otherwise than defined, or not defined at all; the latter come last under their parent.
 */
export function createLists(definitions: ListDefinitions, changes: readonly KnownNode[] = []): Lists {
  const byId = new Map<string, KnownNode>()
  const byList = new Map<string, KnownNode[]>()
  const byText = new Map<string, KnownNode[]>()
  const byParent = new Map<string, KnownNode[]>()
  const changed = new Map(changes.map((node) => [node.id, node]))
  const added = Map.groupBy(
    changes.filter(({ id, list }) => !isDefined(definitions[list] ?? [], id)),
    ({ list, parent }) => placeKey(list, parent),
  )
  const add = ({ children = [], ...node }: ListNode, list: string, parent: string | null): void => {
    const known = changed.get(node.id) ?? { ...node, list, parent }
    push(byList, list, known)
    push(byParent, placeKey(list, parent), known)
    byId.set(known.id, known)
    for (const text of new Set([known.id, known.value, known.abbrev ?? known.value, String(systemId(known.id))])) {
      push(byText, textKey(list, text), known)
    }
    addAll(children, list, known.id)
  }
  const addAll = (nodes: readonly ListNode[], list: string, parent: string | null): void => {
    for (const node of [...nodes, ...(added.get(placeKey(list, parent)) ?? [])]) add(node, list, parent)
  }
  for (const list of new Set([...Object.keys(definitions), ...changes.map((node) => node.list)])) {
    addAll(definitions[list] ?? [], list, null)
  }
  return {
    node: (id) => byId.get(id),
    match: (list, text) => byText.get(textKey(list, text)) ?? [],
    nodes: (list) => byList.get(list) ?? [],
    children: (list, parent) => byParent.get(placeKey(list, parent)) ?? [],
  }
}

function isDefined(nodes: readonly ListNode[], id: string): boolean {
  return nodes.some((node) => node.id === id || isDefined(node.children ?? [], id))
}

function push(map: Map<string, KnownNode[]>, key: string, node: KnownNode): void {
  const nodes = map.get(key)
  if (nodes === undefined) map.set(key, [node])
  else nodes.push(node)
}

function placeKey(list: string, parent: string | null): string {
  return parent === null ? list : `${list}\n${parent}`
}

function textKey(list: string, text: string): string {
  return `${list}\n${text.trim().toLowerCase()}`
}
