import {
  address,
  bendDates,
  body,
  every,
  isNode,
  isOk,
  type Json,
  type Mutant,
  on,
  path,
  profile,
  rows,
  without,
} from './bend.ts'

/** Profiles, lists, portals and forms that look otherwise. */
export const valueMutants: readonly Mutant[] = [
  {
    name: 'fields are ignored',
    isRead: true,
    over: address(
      () => true,
      (url) => url.searchParams.delete('fields'),
    ),
  },
  {
    name: 'absent fields are null',
    isRead: false,
    over: body(on(/\/people\/\d+$/), (one) => ({ ...one, middlename: one.middlename ?? null })),
  },
  {
    name: 'absent fields are empty texts',
    isRead: false,
    over: body(on(/\/applicantworkflows\/\d+$/), (one) => ({ ...one, sourceportal: '' })),
  },
  {
    name: 'profiles show their id unasked',
    isRead: false,
    over: body(on(profile), (one, request) => ({ ...one, id: Number(path(request).split('/').at(-1)) })),
  },
  { name: 'profiles have no links', isRead: false, over: body(on(profile), without('links')) },
  {
    name: 'first and last names are swapped',
    isRead: true,
    over: body(on(/\/people\/\d+$/), (one) => ({ ...one, firstname: one.lastname, lastname: one.firstname })),
  },
  {
    name: 'job and person of a workflow are swapped',
    isRead: true,
    over: body(on(/\/applicantworkflows\/\d+$/), (one) => ({
      ...one,
      baseprofile: one.associatedprofile,
      associatedprofile: one.baseprofile,
    })),
  },
  {
    name: 'list items have no formattedvalue',
    isRead: false,
    over: body(
      on(profile),
      every((one) => (isNode(one) ? without('formattedvalue')(one) : one)),
    ),
  },
  {
    name: 'list items have no value',
    isRead: true,
    over: body(
      on(profile),
      every((one) => (isNode(one) ? without('value')(one) : one)),
    ),
  },
  {
    name: 'list items are bare texts',
    isRead: true,
    over: body(
      on(profile),
      every((one) => (isNode(one) ? one.value : one)),
    ),
  },
  {
    name: 'list items lose the letter of their id',
    isRead: true,
    over: body(
      on(profile),
      every((one) => (isNode(one) ? { ...one, id: String(one.id).slice(1) } : one)),
    ),
  },
  {
    name: 'references are bare ids',
    isRead: true,
    over: body(
      on(profile),
      every((one) => ('profile' in one ? one.id : one)),
    ),
  },
  {
    name: 'ids of references are texts',
    isRead: true,
    over: body(
      on(profile),
      every((one) => ('profile' in one ? { ...one, id: String(one.id) } : one)),
    ),
  },
  {
    name: 'references have no address',
    isRead: false,
    over: body(
      on(profile),
      every((one) => ('profile' in one ? without('profile')(one) : one)),
    ),
  },
  {
    name: 'places have a formattedvalue',
    isRead: false,
    over: body(
      on(profile),
      every((one) => ('abbrev' in one ? { ...one, formattedvalue: one.value } : one)),
    ),
  },
  {
    name: 'places have no abbreviation',
    isRead: true,
    over: body(
      isOk,
      every((one) => ('abbrev' in one ? without('abbrev')(one) : one)),
    ),
  },
  { name: 'groups have no entry', isRead: false, over: body(on(profile), every(without('entry'))) },
  {
    name: 'dates are ISO 8601',
    isRead: true,
    over: body(
      on(profile),
      every((one) => bendDates(one, (_, day) => `${day}T12:00:00Z`)),
    ),
  },
  {
    name: 'dates are American',
    isRead: true,
    over: body(
      on(profile),
      every((one) => bendDates(one, (_, day) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`)),
    ),
  },
  {
    name: 'dates have 24 hours',
    isRead: true,
    over: body(
      on(profile),
      every((one) => bendDates(one, (text) => text.replace(/ [AP]M$/, ''))),
    ),
  },
  {
    name: 'the number of positions is a text',
    isRead: false,
    over: body(on(/\/jobs\/\d+$/), (one) =>
      'numberofpositions' in one ? { ...one, numberofpositions: String(one.numberofpositions) } : one,
    ),
  },
  {
    name: 'pay is a text',
    isRead: true,
    over: body(
      on(/\/jobs\/\d+$/),
      every((one) => ('timeframe' in one ? { ...one, amount: String(one.amount) } : one)),
    ),
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
