import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { exportRows } from '../../simulator/seed/load-seed-file.ts'
import { bodyOf, callIcims, createTenant, searchIds } from '../tenant.ts'

const get = (simulator: Simulator, path: string) => bodyOf(callIcims(simulator, 'GET', path))

/** Path of a created thing, after the customer. */
const pathOf = (answer: Response): string =>
  new URL(answer.headers.get('location')!).pathname.replace('/customers/1234', '')

test('every list with a name is named, and each of them answers', async () => {
  await using simulator = await createTenant({ people: 0 })
  const { lists } = await get(simulator, '/v2/lists')
  expect(lists).toHaveLength(41)
  expect([lists[0], lists[5], lists.at(-1)]).toEqual([
    'lists.notes.rejection',
    'lists.job.folders',
    'lists.customfields_lists',
  ])
  expect(lists).not.toContain('lists.status')
  for (const name of lists) {
    const { id, children, page } = await get(simulator, `/v2/lists/${name}`)
    expect(id, name).toMatch(/^[CD]\d+$/)
    expect(page.totalElements, name).toBe(children.length)
  }
})

test('a list is answered one level at a time, with links to the next', async () => {
  await using simulator = await createTenant({ people: 0 })
  const base = 'https://api.icims.com/customers/1234/v2/lists'
  const countries = await get(simulator, '/v2/lists/lists.country')
  expect(countries).toMatchObject({ id: 'D41', value: 'Country', formattedvalue: 'Country', hidden: false })
  expect(countries.children.slice(0, 2)).toEqual([
    {
      id: 'D41001',
      value: 'United States',
      formattedvalue: 'United States',
      abbrev: 'US',
      hidden: false,
      _links: { self: { href: `${base}/D41001` }, children: { href: `${base}/D41001` } },
    },
    {
      id: 'D41002',
      value: 'Canada',
      formattedvalue: 'Canada',
      abbrev: 'CA',
      hidden: false,
      _links: { self: { href: `${base}/D41002` } },
    },
  ])
  const states = await get(simulator, '/v2/lists/D41001')
  expect(states).toMatchObject({ id: 'D41001', value: 'United States', page: { totalElements: 54 } })
  expect(states.children[23]).toMatchObject({ id: 'D41001024', formattedvalue: 'United States - Massachusetts' })
  expect(await get(simulator, '/v2/lists/D41001024')).toMatchObject({ children: [], page: { totalPages: 0 } })
})

test('a level comes in pages that lead to each other', async () => {
  await using simulator = await createTenant({ people: 0 })
  const all = (await get(simulator, '/v2/lists/D41001')).children.map(({ id }: { id: string }) => id)
  const seen: string[] = []
  let path: string | undefined = '/v2/lists/D41001?size=20'
  while (path !== undefined) {
    const { children, page, _links }: Awaited<ReturnType<typeof bodyOf>> = await get(simulator, path)
    seen.push(...children.map(({ id }: { id: string }) => id))
    expect(page).toEqual({ size: 20, number: Math.ceil(seen.length / 20) - 1, totalElements: 54, totalPages: 3 })
    expect('prev' in _links).toBe(page.number > 0)
    path = _links.next?.href.replace('https://api.icims.com/customers/1234', '')
  }
  expect(seen).toEqual(all)
  expect(await get(simulator, '/v2/lists/D41001?page=7')).toMatchObject({ children: [], page: { number: 7 } })
})

test('a custom list is found among the custom lists and asked for by its node', async () => {
  await using simulator = await createTenant({ people: 0 })
  const { children } = await get(simulator, '/v2/lists/lists.customfields_lists')
  const names = Object.fromEntries(children.map(({ id, value }: { id: string; value: string }) => [value, id]))
  expect(names).toMatchObject({ School: 'C46', Degree: 'C44', 'Assessment Status': 'D37002019' })
  expect(await get(simulator, '/v2/lists/D37002019')).toMatchObject({
    value: 'Assessment Status',
    children: [{ id: 'D37002019001', value: 'Complete' }, {}, {}, {}],
  })
  const byName = await callIcims(simulator, 'GET', '/v2/lists/lists.school')
  expect(byName.status).toBe(404)
})

test('the older way of asking answers a node of its list, and no other', async () => {
  await using simulator = await createTenant({ people: 0 })
  expect(await get(simulator, '/lists/lists.job.folders/node/D31001')).toEqual({
    id: 'D31001',
    value: 'Approved',
    formattedvalue: 'Approved',
    hidden: false,
    children: [],
  })
  const custom = await get(simulator, '/lists/lists.customfields_lists/node/C46')
  expect(custom.children[0]).toMatchObject({ id: 'C46001' })
  expect(await get(simulator, '/lists/lists.customfields_lists/node/C46001')).toMatchObject({ id: 'C46001' })
  for (const path of ['lists.person.folders/node/D31001', 'lists.job.folders/node/D31', 'lists.nope/node/D31001']) {
    expect((await callIcims(simulator, 'GET', `/lists/${path}`)).status, path).toBe(404)
  }
})

test('an entry that is added can be used by profiles and searches at once', async () => {
  await using simulator = await createTenant({ people: 24 })
  const created = await callIcims(simulator, 'POST', '/v2/lists/lists.person.folders', { value: ' Cand: Alumni ' })
  expect(created.status).toBe(201)
  expect(pathOf(created)).toBe('/v2/lists/C60001')
  const { children } = await get(simulator, '/v2/lists/lists.person.folders')
  expect(children.at(-1)).toMatchObject({ id: 'C60001', value: 'Cand: Alumni', hidden: false })
  expect((await callIcims(simulator, 'PATCH', '/people/5', { folder: { value: 'Cand: Alumni' } })).status).toBe(204)
  expect(await get(simulator, '/people/5?fields=folder')).toMatchObject({ folder: { id: 'C60001' } })
  for (const word of ['C60001', 'cand: alumni', '60001']) {
    const filters = [{ name: 'person.folder', value: [word] }]
    expect(await searchIds(simulator, 'people', { filters }), word).toEqual([5])
  }
})

test('an entry under an entry shows the way to it', async () => {
  await using simulator = await createTenant({ people: 0 })
  const path = pathOf(await callIcims(simulator, 'POST', '/v2/lists/C47001', { value: 'Triage', hidden: true }))
  expect(await get(simulator, path)).toMatchObject({ formattedvalue: 'Patient Assessment - Triage', hidden: true })
  expect((await get(simulator, '/v2/lists/lists.skills')).children[0]._links).toHaveProperty('children')
})

test('a renamed entry is shown and searched by its new text, by text filters too', async () => {
  await using simulator = await createTenant({ people: 24 })
  expect((await callIcims(simulator, 'PATCH', '/v2/lists/D31001', { value: 'Open' })).status).toBe(204)
  const [job] = await searchIds(simulator, 'jobs', { filters: [{ name: 'job.folder', value: ['D31001'] }] })
  const { folder } = await get(simulator, `/jobs/${job}?fields=folder`)
  expect(folder).toEqual({ id: 'D31001', formattedvalue: 'Open', value: 'Open' })
  const open = { filters: [{ name: 'job.folder', value: ['Open'] }] }
  expect(await searchIds(simulator, 'jobs', open)).toContain(job)
  await callIcims(simulator, 'PATCH', '/v2/lists/D41001', { value: 'Columbia' })
  for (const [operator, word] of [
    ['=', 'colum'],
    ['==', 'columbia'],
  ]) {
    const filters = [{ name: 'person.addresscountry', value: [word], operator }]
    expect((await searchIds(simulator, 'people', { filters })).length).toBeGreaterThan(10)
  }
  const gone = { filters: [{ name: 'person.addresscountry', value: ['united states'] }] }
  expect(await searchIds(simulator, 'people', gone)).toEqual([])
})

test('an entry that is hidden stays where it is held, and cannot be chosen by its text', async () => {
  await using simulator = await createTenant({ people: 24 })
  await callIcims(simulator, 'PATCH', '/v2/lists/D32007', { hidden: true })
  const { children } = await get(simulator, '/v2/lists/lists.person.folders')
  expect(children[0]).toMatchObject({ id: 'D32007', hidden: true })
  const held = { filters: [{ name: 'person.folder', value: ['D32007'] }] }
  expect((await searchIds(simulator, 'people', held)).length).toBeGreaterThan(0)
  const { changes } = simulator.tenant.store
  const answer = await callIcims(simulator, 'PATCH', '/people/1', { folder: { value: 'Cand: Active' } })
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { errors: [{ errorMessage: 'folder: The list item "Cand: Active" is hidden.' }] },
  ])
  expect(simulator.tenant.store.changes).toBe(changes)
  await callIcims(simulator, 'PATCH', '/v2/lists/D32007', { hidden: false })
  expect((await callIcims(simulator, 'PATCH', '/people/1', { folder: { value: 'Cand: Active' } })).status).toBe(204)
})

test('a school, major or degree nobody has heard of is added to its list', async () => {
  await using simulator = await createTenant({ people: 24 })
  const education = { school: { value: 'Academy of Rain' }, major: { value: 'Rain' }, degree: { value: 'Rainmaker' } }
  const created = await callIcims(simulator, 'POST', '/people/3/fields/education', education)
  expect(created.status).toBe(201)
  const entry = await get(simulator, pathOf(created))
  expect(entry.school).toEqual({ id: 'C60001', formattedvalue: 'Academy of Rain', value: 'Academy of Rain' })
  const { children } = await get(simulator, '/v2/lists/C46')
  expect(children.at(-1)).toMatchObject({ id: 'C60001', value: 'Academy of Rain' })
  await callIcims(simulator, 'POST', '/people/4/fields/education', { school: { value: 'academy of rain' } })
  expect((await get(simulator, '/v2/lists/C46')).page.totalElements).toBe(children.length)
})

test('of several schools of one name any visible one is taken, and a hidden one is refused', async () => {
  await using simulator = await createTenant({ people: 24 })
  const add = (hidden: boolean) => callIcims(simulator, 'POST', '/v2/lists/C46', { value: 'Twin College', hidden })
  const write = () => callIcims(simulator, 'POST', '/people/3/fields/education', { school: { value: 'Twin College' } })
  await add(true)
  const { changes } = simulator.tenant.store
  expect((await write()).status).toBe(400)
  expect(simulator.tenant.store.changes).toBe(changes)
  await add(false)
  await add(false)
  const { school } = await get(simulator, pathOf(await write()))
  expect(school.id).toBe('C60002')
})

test('a refused write adds no school', async () => {
  await using simulator = await createTenant({ people: 24 })
  const { changes } = simulator.tenant.store
  const education = { school: { value: 'Academy of Rain' }, graduationdate: 'soon' }
  expect((await callIcims(simulator, 'POST', '/people/3/fields/education', education)).status).toBe(400)
  expect(simulator.tenant.store.changes).toBe(changes)
  expect(simulator.tenant.lists.match('lists.school', 'Academy of Rain')).toEqual([])
})

test.each([{ value: '' }, { value: '  ' }, { value: 'x'.repeat(256) }, { id: 'C999999' }])(
  'a school that is %j is no new school',
  async (school) => {
    await using simulator = await createTenant({ people: 24 })
    const answer = await callIcims(simulator, 'POST', '/people/3/fields/education', { school })
    expect(answer.status).toBe(400)
  },
)

test('lists have the changes of a data file after a restart, and a reset takes them back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-lists-'))
  try {
    const data = join(folder, 'tenant.db')
    const first = await createTenant({ people: 24, data })
    await callIcims(first, 'PATCH', '/v2/lists/D31001', { value: 'Open' })
    await callIcims(first, 'POST', '/v2/lists/lists.skills', { value: 'Juggling' })
    await first.close()
    await using second = await createTenant({ data })
    expect((await get(second, '/v2/lists/D31001')).value).toBe('Open')
    expect((await get(second, '/v2/lists/lists.skills')).children.at(-1)).toMatchObject({ value: 'Juggling' })
    second.reset()
    expect((await get(second, '/v2/lists/D31001')).value).toBe('Approved')
    expect((await callIcims(second, 'GET', '/v2/lists/C60001')).status).toBe(404)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a fork has the lists of its parent, and goes its own way from there; a snapshot goes back', async () => {
  await using simulator = await createTenant({ people: 24 })
  await callIcims(simulator, 'PATCH', '/v2/lists/D31001', { value: 'Open' })
  const fork = simulator.fork()
  simulator.snapshot('open')
  await callIcims(fork, 'PATCH', '/v2/lists/D31001', { value: 'Wide Open' })
  await callIcims(simulator, 'PATCH', '/v2/lists/D31001', { value: 'Shut' })
  const label = async (one: Simulator) => (await get(one, '/v2/lists/D31001')).value
  expect([await label(simulator), await label(fork)]).toEqual(['Shut', 'Wide Open'])
  simulator.restore('open')
  expect(await label(simulator)).toBe('Open')
})

test('exported rows bring their list entries with them', async () => {
  await using first = await createTenant({ people: 24 })
  await callIcims(first, 'POST', '/people/3/fields/education', { school: { value: 'Academy of Rain' } })
  await callIcims(first, 'PATCH', '/v2/lists/D31001', { value: 'Open' })
  const rows = exportRows(first.tenant)
  const folder = mkdtempSync(join(tmpdir(), 'icims-lists-'))
  try {
    const seedFile = join(folder, 'rows.json')
    writeFileSync(seedFile, JSON.stringify(rows))
    await using second = await createTenant({ people: 0, seedFile })
    expect(exportRows(second.tenant)).toEqual(rows)
    expect(second.tenant.lists.node('D31001')?.value).toBe('Open')
    writeFileSync(seedFile, '{"lists":[{"id":"nope","list":"lists.skills","value":"X"}]}')
    await expect(createTenant({ people: 0, seedFile })).rejects.toThrow(/rows\.json:1: a row of lists holds id/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each<[string, string, string, unknown, number, string]>([
  ['an unknown list', 'GET', '/v2/lists/lists.nope', undefined, 404, 'List not found.'],
  ['an unknown node', 'GET', '/v2/lists/D99999999', undefined, 404, 'List not found.'],
  ['a name of an object', 'GET', '/v2/lists/constructor', undefined, 404, 'List not found.'],
  ['a status of a workflow', 'GET', '/v2/lists/D10100', undefined, 404, 'List not found.'],
  [
    'a size of none',
    'GET',
    '/v2/lists/D41?size=0',
    undefined,
    400,
    'size: The value must be a whole number, 1 to 1000.',
  ],
  [
    'a size of too many',
    'GET',
    '/v2/lists/D41?size=1001',
    undefined,
    400,
    'size: The value must be a whole number, 1 to 1000.',
  ],
  [
    'a size that is no number',
    'GET',
    '/v2/lists/D41?size=all',
    undefined,
    400,
    'size: The value must be a whole number, 1 to 1000.',
  ],
  [
    'a page before the first',
    'GET',
    '/v2/lists/D41?page=-1',
    undefined,
    400,
    'page: The value must be a whole number, 0 or more.',
  ],
  ['an empty page', 'GET', '/v2/lists/D41?page=', undefined, 400, 'page: The value must be a whole number, 0 or more.'],
  ['a child of nothing', 'POST', '/v2/lists/lists.nope', { value: 'X' }, 404, 'List not found.'],
  ['a child without a text', 'POST', '/v2/lists/lists.skills', {}, 400, 'value: This field is required.'],
  [
    'a child with a number',
    'POST',
    '/v2/lists/lists.skills',
    { value: 5 },
    400,
    'value: The value must be a text of 1 to 255 characters.',
  ],
  [
    'a child with null',
    'POST',
    '/v2/lists/lists.skills',
    { value: null },
    400,
    'value: The value must be a text of 1 to 255 characters.',
  ],
  ['an array', 'POST', '/v2/lists/lists.skills', ['X'], 400, 'The body must be a JSON object.'],
  ['a change of nothing', 'PATCH', '/v2/lists/C999999', { value: 'X' }, 404, 'List not found.'],
  [
    'an empty text',
    'PATCH',
    '/v2/lists/D31001',
    { value: ' ' },
    400,
    'value: The value must be a text of 1 to 255 characters.',
  ],
  [
    'a long text',
    'PATCH',
    '/v2/lists/D31001',
    { value: 'x'.repeat(256) },
    400,
    'value: The value must be a text of 1 to 255 characters.',
  ],
  [
    'a text for a flag',
    'PATCH',
    '/v2/lists/D31001',
    { hidden: 'yes' },
    400,
    'hidden: The value must be true or false.',
  ],
  ['a list itself', 'PATCH', '/v2/lists/lists.skills', { value: 'X' }, 403, 'A list itself cannot be changed.'],
  ['a list itself by its node', 'PATCH', '/v2/lists/C46', { value: 'X' }, 403, 'A list itself cannot be changed.'],
  ['a removal', 'DELETE', '/v2/lists/D31001', undefined, 405, 'The method DELETE is not supported here.'],
])('%s is refused, and nothing moves', async (_, method, path, body, status, errorMessage) => {
  await using simulator = await createTenant({ people: 0 })
  const { changes } = simulator.tenant.store
  const answer = await callIcims(simulator, method, path, body)
  expect([answer.status, await answer.json()]).toMatchObject([status, { errors: [{ errorMessage }] }])
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('keys that mean nothing are warned about', async () => {
  await using simulator = await createTenant({ people: 0 })
  const answer = await callIcims(simulator, 'PATCH', '/v2/lists/D31001', { Value: 'X', colour: 'red' })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('x-warning')).toBe(
    '4:Value:Field name must be all lowercase., 4:colour:There is no such field.',
  )
  expect((await get(simulator, '/v2/lists/D31001')).value).toBe('Approved')
  expect(simulator.tenant.journal.entries({ note: 'unread-field' })).toHaveLength(1)
})
