import type { ListDefinitions, ListNode } from './lists.ts'

/** The lists iCIMS names (D12). A tenant that has nothing in one of them still has the list. */
export const standardLists: readonly string[] = [
  'lists.notes.rejection',
  'lists.phone_type',
  'lists.address_type',
  'lists.position_level',
  'lists.error',
  'lists.job.folders',
  'lists.job.position_type',
  'lists.job.job_type',
  'lists.eeo_category.job',
  'lists.visa.job',
  'lists.job.hire_type',
  'lists.job.priority',
  'lists.company.folders',
  'lists.company.sources',
  'lists.contact.category',
  'lists.person.folders',
  'lists.person.avail_status',
  'lists.person.qualification',
  'lists.person.visa',
  'lists.client_group',
  'lists.client.priority',
  'lists.person.userlists',
  'lists.eeo.age',
  'lists.eeo.disability',
  'lists.eeo.gender',
  'lists.eeo.nationality',
  'lists.eeo.race',
  'lists.eeo.religion',
  'lists.eeo.veteran',
  'lists.client.sources',
  'lists.sourcechannels',
  'lists.sources',
  'lists.country',
  'lists.compensation.types',
  'lists.currency.types',
  'lists.expense.category',
  'lists.file.extensions',
  'lists.position',
  'lists.industry',
  'lists.skills',
  'lists.customfields_lists',
]

/** The list whose entries are the lists without a name of their own, which the customer's fields choose from (D12). */
export const customLists = 'lists.customfields_lists'

/** The statuses of recruiting workflows: no list the List API names (D12). */
const unlisted = new Set(['lists.status'])

/** A list as a node: what it is asked for by where it has no name, and what people call it. */
export type ListName = { list: string; id: string; value: string; isCustom: boolean }

const known = new WeakMap<ListDefinitions, readonly ListName[]>()

/**
 * Every list of a tenant as a node. Its id is the beginning its entries' ids share, as `D37002019` is of `D37002019001` (C6);
 * a list whose entries share none gets a number of its own (inferred, as is what people call it).
 */
export function listNames(definitions: ListDefinitions): readonly ListName[] {
  let names = known.get(definitions)
  if (names === undefined) {
    names = nameLists(definitions)
    known.set(definitions, names)
  }
  return names
}

function nameLists(definitions: ListDefinitions): ListName[] {
  const taken = new Set(Object.values(definitions).flatMap(idsOf))
  const custom = Object.keys(definitions).filter((list) => !standardLists.includes(list) && !unlisted.has(list))
  let number = 90_000
  return [...standardLists, ...custom].map((list) => {
    let id = definitions[list]?.[0]?.id.slice(0, -3) ?? ''
    while (id.length < 2 || taken.has(id)) id = `C${++number}`
    taken.add(id)
    return { list, id, value: title(list), isCustom: !standardLists.includes(list) }
  })
}

function idsOf(nodes: readonly ListNode[]): string[] {
  return nodes.flatMap(({ id, children = [] }) => [id, ...idsOf(children)])
}

function title(list: string): string {
  const words = list.replace(/^lists\./, '').split(/[._]/)
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ')
}
