import { address, body, every, type Json, type Mutant, on, path, remake, rows } from './bend.ts'

/** Schemas, lists, portals, forms, files and offers that look otherwise. */
export const resourceMutants: readonly Mutant[] = [
  {
    name: 'schemas have labels',
    isRead: false,
    over: body(
      on(/\/schema$/),
      every((one) => (typeof one.type === 'string' ? { ...one, label: 'A label' } : one)),
    ),
  },
  {
    name: 'the schema of status lists the statuses',
    isRead: false,
    over: body(on(/\/status\/schema$/), ({ properties, ...schema }) => ({
      ...schema,
      properties: { status: { ...properties.status, options: ['D10100'] } },
    })),
  },
  {
    name: 'numbers of a schema are texts',
    isRead: false,
    over: body(
      on(/\/schema$/),
      every((one) => (one.type === 'number' ? { ...one, type: 'string' } : one)),
    ),
  },
  {
    name: 'the letter of an offer is a page',
    isRead: false,
    over: (fetch) => async (request) => {
      const response = await fetch(request)
      const isLetter = path(request).endsWith('/offer/document') && response.ok
      return isLetter ? remake(response, { body: '<html>A letter</html>' }) : response
    },
  },
  {
    name: 'the log of a workflow is empty',
    isRead: false,
    over: body(on(/\/submittalstatuslog$/), () => ({ submittalstatuslog: [] })),
  },
  {
    name: 'the log of a workflow runs forwards',
    isRead: false,
    over: body(on(/\/submittalstatuslog$/), ({ submittalstatuslog }) => ({
      submittalstatuslog: submittalstatuslog.toReversed(),
    })),
  },
  {
    name: 'a list is answered with all levels',
    isRead: false,
    over: body(on(/\/v2\/lists\/[^/]+$/), (list) => ({
      ...list,
      children: list.children?.map((one: Json) => ({ ...one, children: [] })),
    })),
  },
  {
    name: 'the size of a page of a list is ignored',
    isRead: false,
    over: address(
      (request) => /\/v2\/lists\//.test(path(request)),
      (url) => url.searchParams.delete('size'),
    ),
  },
  {
    name: 'a portal lists the oldest first',
    isRead: false,
    over: body(
      on(/\/search\/portals\/[^/]+$/),
      rows((all) => all.toReversed()),
    ),
  },
  {
    name: 'a portal writes updateddate in lower case',
    isRead: false,
    over: body(
      on(/\/search\/portals\/[^/]+$/),
      rows((all) => all.map(({ updatedDate, ...row }) => ({ ...row, updateddate: updatedDate }))),
    ),
  },
  {
    name: 'forms are a bare array',
    isRead: false,
    over: body(on(/\/forms(\/list)?$/), (answer) => answer.forms ?? answer),
  },
  {
    name: 'a form names its questions in a list',
    isRead: true,
    over: body(on(/\/meta$/), (questions) =>
      Object.entries(questions).map(([id, one]) => ({ id, ...(one as object) })),
    ),
  },
  {
    name: 'the address of a location is wrapped',
    isRead: true,
    over: body(on(/\/fields\/addresses\/\d+$/), (group) => ({ addresses: [group] })),
  },
  {
    name: 'the location of a job is its name',
    isRead: true,
    over: body(on(/\/jobs\/\d+$/), (one) =>
      'joblocation' in one ? { ...one, joblocation: one.joblocation.value } : one,
    ),
  },
  {
    name: 'a file has no address',
    isRead: false,
    over: body(on(/\/people\/\d+$/), (one) =>
      'resume' in one ? { ...one, resume: { filename: one.resume.filename } } : one,
    ),
  },
  {
    name: 'the customer id is a text',
    isRead: false,
    over: body(on(/\/customers\/\d+$/), (one) => ({ ...one, id: String(one.id) })),
  },
]
