import { address, bendDates, body, every, isNode, isOk, type Mutant, on, path, profile, without } from './bend.ts'

/** Profiles, and what they hold, that look otherwise. */
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
  {
    name: 'states have ids of their own',
    isRead: false,
    over: body(
      on(profile),
      every((one) => ('addressstate' in one ? { ...one, addressstate: { ...one.addressstate, id: 'D9000001' } } : one)),
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
]
