import { type Fact, fact } from '../fact.ts'
import type { Json, Site } from '../site.ts'

const page = ['doc', 'SCHM'] as const
const text = { type: 'string' }
const texts = { type: 'array', items: text }

/** What the printed schemas of a search say: SCHM. */
export const searchSchemaFacts: readonly Fact[] = [
  fact(
    'search.results-schema',
    page,
    "The schema of a search's rows is self, a text, and id, an integer",
    async (site, see) => {
      const row = { self: text, id: { type: 'integer' } }
      const rows = { type: 'array', items: { type: 'object', properties: row } }
      see.holds(await schemaOf(site, 'results'), { type: 'object', properties: { searchResults: rows } }, 'the schema')
    },
  ),
  fact('search.filters-schema', page, 'The schema of a search requires filters', async (site, see) => {
    const schema = await schemaOf(site, 'filters')
    see.equal([schema.type, schema.required], ['object', ['filters']], 'type and required')
  }),
  fact(
    'search.filters-schema.filter',
    page,
    'A filter has name, value, secondaryValue and operator',
    async (site, see) => {
      const { filters } = (await schemaOf(site, 'filters')).properties
      const filter = { name: text, value: texts, secondaryValue: texts, operator: text }
      see.holds(filters.items.properties, filter, 'the schema of a filter')
    },
  ),
  fact('search.filters-schema.operators', page, 'Its operators are = != < > <= >=', async (site, see) => {
    const { filters } = (await schemaOf(site, 'filters')).properties
    const options: string[] = filters.items.properties.operator.options
    for (const operator of ['=', '!=', '<', '>', '<=', '>=']) {
      see.that(options.includes(operator), `${operator} is not among ${options}`)
    }
  }),
  fact('search.filters-schema.groups', page, 'Operators of a group are & and |', async (site, see) => {
    see.equal((await schemaOf(site, 'filters')).properties.operator.options, ['&', '|'], 'options')
  }),
  fact(
    'search.filters-schema.children',
    page,
    'Children are groups with filters and an operator',
    async (site, see) => {
      const { children } = (await schemaOf(site, 'filters')).properties
      see.equal(children.type, 'array', 'type')
      see.has(children.items.properties, ['filters', 'operator'], 'a child')
    },
  ),
]

async function schemaOf(site: Site, what: 'results' | 'filters'): Promise<Json> {
  return (await site.get(`/search/${what}Schema`)).body
}
