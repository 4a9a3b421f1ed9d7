import type { Handlers } from '../exchange.ts'

const text = { type: 'string' }
const texts = { type: 'array', items: text }

const results = {
  type: 'object',
  properties: {
    searchResults: {
      type: 'array',
      items: { type: 'object', properties: { self: text, id: { type: 'integer' } } },
    },
  },
}

/** The pair `==`, `!==` is newer than the schema, which does not name it. */
const filters = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: text,
      secondaryValue: texts,
      value: texts,
      operator: { options: ['=', '!=', '<', '>', '<=', '>='], type: 'string' },
    },
  },
}

const operator = { options: ['&', '|'], type: 'string' }

/** One level of children, though a search takes more. */
const search = {
  type: 'object',
  properties: {
    children: { type: 'array', items: { type: 'object', properties: { filters, operator }, required: ['filters'] } },
    filters,
    operator,
  },
  required: ['filters'],
}

/** `/customers/{customerId}/search/resultsSchema` and `/search/filtersSchema`, as printed (D11, SCHM). */
export const searchSchemas: Handlers = {
  getSearchResultsSchema: () => ({ status: 200, body: results }),
  getSearchFiltersSchema: () => ({ status: 200, body: search }),
}
