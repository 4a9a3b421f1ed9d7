/**
 * One entry of a list. Ids start with `D` when iCIMS delivers the entry and with `C` when the customer made it; a child's
 * id extends its parent's (`D41001` United States, `D41001024` Massachusetts). Evidence: C1, C6, C12.
 */
export type ListNode = {
  id: string
  value: string
  /** Short form of a country or a state. */
  abbrev?: string
  children?: readonly ListNode[]
}

/** A tenant's lists by list id (`lists.job.folders`), as the List API names them (D12). */
export type ListDefinitions = Readonly<Record<string, readonly ListNode[]>>

/** A node as looked up, with the list it stands in. */
export type KnownNode = ListNode & { list: string; parent: string | null }

/** Read access to every list of a tenant. */
export type Lists = {
  /** The node of this id, or undefined. */
  node(id: string): KnownNode | undefined
  /** The nodes of a list that this text names: by node id, by text, by abbreviation, or by SystemID. */
  match(list: string, text: string): readonly KnownNode[]
  /** Every node of a list, children included, in the list's order. */
  nodes(list: string): readonly KnownNode[]
}

/** The numeric SystemID of a node: the digits of its id (C2's event fixture shows ids in that form). */
export function systemId(id: string): number {
  return Number(id.slice(1))
}

/** Indexes the lists once, so that every look-up is a map access. */
export function createLists(definitions: ListDefinitions): Lists {
  const byId = new Map<string, KnownNode>()
  const byList = new Map<string, KnownNode[]>()
  const byText = new Map<string, KnownNode[]>()
  for (const [list, nodes] of Object.entries(definitions)) {
    const all: KnownNode[] = []
    const add = (node: ListNode, parent: string | null): void => {
      const known = { ...node, list, parent }
      all.push(known)
      byId.set(node.id, known)
      for (const text of new Set([node.id, node.value, node.abbrev ?? node.value, String(systemId(node.id))])) {
        const key = textKey(list, text)
        byText.set(key, [...(byText.get(key) ?? []), known])
      }
      for (const child of node.children ?? []) add(child, node.id)
    }
    for (const node of nodes) add(node, null)
    byList.set(list, all)
  }
  return {
    node: (id) => byId.get(id),
    match: (list, text) => byText.get(textKey(list, text)) ?? [],
    nodes: (list) => byList.get(list) ?? [],
  }
}

function textKey(list: string, text: string): string {
  return `${list}\n${text.trim().toLowerCase()}`
}
