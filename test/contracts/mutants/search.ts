import {
  address,
  body,
  every,
  found,
  isSearch,
  type Json,
  type Mutant,
  remake,
  rows,
  sent,
  status,
  without,
} from './bend.ts'

/** Searches that find, order or refuse wrongly. */
export const searchMutants: readonly Mutant[] = [
  {
    name: 'a search answers in the wrong order',
    isRead: true,
    over: body(
      found,
      rows((all) => all.toReversed()),
    ),
  },
  {
    name: 'a search ignores its filters',
    isRead: true,
    over: sent(isSearch, (search) => ({ filters: search.filters?.slice(-1) ?? [] })),
  },
  {
    name: 'a search ignores where the page starts',
    isRead: true,
    over: sent(isSearch, (search) => ({
      ...search,
      filters: search.filters?.map((one: Json) =>
        /\.id$/.test(one.name) && one.operator === '>' ? { ...one, value: ['0'] } : one,
      ),
    })),
  },
  {
    name: 'ids of a search are texts',
    isRead: true,
    over: body(
      found,
      rows((all) => all.map((row) => ({ ...row, id: String(row.id) }))),
    ),
  },
  {
    name: 'ids of a search are one too high',
    isRead: true,
    over: body(
      found,
      rows((all) => all.map((row) => ({ ...row, id: row.id + 1 }))),
    ),
  },
  {
    name: 'a search leaves out its first row',
    isRead: true,
    over: body(
      found,
      rows((all) => all.slice(1)),
    ),
  },
  {
    name: 'a search has a row too many',
    isRead: true,
    over: body(
      found,
      rows((all) => (all.length > 0 ? [...all, { ...all.at(-1), id: all.at(-1).id + 1 }] : all)),
    ),
  },
  {
    name: 'pages of a search hold 50 rows',
    isRead: true,
    over: body(
      found,
      rows((all) => all.slice(0, 50)),
    ),
  },
  {
    name: 'a search repeats its rows',
    isRead: true,
    over: body(
      found,
      rows((all) => all.flatMap((row) => [row, row])),
    ),
  },
  {
    name: 'the rows of a search have no self',
    isRead: false,
    over: body(
      found,
      rows((all) => all.map(({ id }) => ({ id }))),
    ),
  },
  {
    name: 'a search answers a bare array',
    isRead: true,
    over: body(found, (answer) => answer.searchResults ?? answer),
  },
  {
    name: 'a search calls its rows results',
    isRead: true,
    over: body(found, ({ searchResults, ...rest }) => ({ ...rest, results: searchResults })),
  },
  {
    name: 'a search counts its rows',
    isRead: false,
    over: body(found, (answer) => ({ ...answer, total: answer.searchResults?.length })),
  },
  {
    name: 'a search leads to its next page',
    isRead: false,
    over: body(found, (answer) => ({ ...answer, next: 'https://api.icims.com/next' })),
  },
  {
    name: 'a search does not know tokens of dates',
    isRead: false,
    over: sent(
      isSearch,
      every((one) => (String(one.value).includes('{DATE') ? { ...one, value: ['no date'] } : one)),
    ),
  },
  {
    name: 'a search does not look for what is blank',
    isRead: false,
    over: sent(isSearch, (search) => ({
      ...search,
      filters: search.filters?.filter((one: Json) => one.value?.length !== 0 || one.secondaryValue !== undefined),
    })),
  },
  {
    name: 'a search that finds nothing is not found',
    isRead: true,
    over: (fetch) => async (request) => {
      const response = await fetch(request)
      if (!isSearch(request) || !response.ok) return response
      const text = await response.text()
      return remake(
        response,
        text.includes('"searchResults":[]') ? { status: 404, body: '{"errors":[]}' } : { body: text },
      )
    },
  },
  {
    name: 'a search takes & for |',
    isRead: false,
    over: sent(isSearch, (search) => ({ ...search, operator: search.operator === '|' ? '&' : search.operator })),
  },
  {
    name: 'a search compares texts exactly',
    isRead: false,
    over: sent(
      isSearch,
      every((one) => (/name$|title$/.test(one.name ?? '') && one.operator === '=' ? { ...one, operator: '==' } : one)),
    ),
  },
  {
    name: 'a search takes the first value only',
    isRead: true,
    over: sent(
      isSearch,
      every((one) => (Array.isArray(one.value) ? { ...one, value: one.value.slice(0, 1) } : one)),
    ),
  },
  {
    name: 'a search ignores upper bounds of dates',
    isRead: false,
    over: sent(isSearch, every(without('secondaryValue'))),
  },
  { name: 'a search ignores its children', isRead: false, over: sent(isSearch, without('children')) },
  {
    name: 'a search ignores its staleness',
    isRead: false,
    over: address(isSearch, (url) => url.searchParams.delete('staleness')),
  },
  {
    name: 'a search is always live',
    isRead: false,
    over: address(isSearch, (url) => url.searchParams.set('staleness', '0')),
  },
  {
    name: 'an unknown filter is ignored',
    isRead: false,
    over: sent(isSearch, (search) => ({
      ...search,
      filters: search.filters?.filter(({ name }: Json) => !String(name).includes('nosuch')),
    })),
  },
  {
    name: 'a refused search is answered 500',
    isRead: false,
    over: status((request, response) => isSearch(request) && response.status === 400, 500),
  },
  {
    name: 'a refused search is answered 200 with no rows',
    isRead: false,
    over: (fetch) => async (request) => {
      const response = await fetch(request)
      const isBad = isSearch(request) && response.status === 400
      return isBad ? remake(response, { status: 200, body: '{"searchResults":[]}' }) : response
    },
  },
]
