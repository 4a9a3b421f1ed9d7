import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readTenantFile } from '../../../simulator/tenant/tenant-file.ts'
import { bodyOf, callIcims, createTenant } from '../../tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-tenant-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const user = '{ username: u, password: p, clientId: c, clientSecret: s, hmacKey: k, quota: 5 }'

test.each([
  ['a value that does not fit', 'name: Acme\nregion: mars\n', /:2: region: /],
  ['a setting nobody knows', 'name: Acme\nswtches: {}\n', /:2: swtches: there is no such setting/],
  ['an unknown switch', 'switches:\n  deleteWorkflow: allow\n  nonsense: 1\n', /:3: switches\.nonsense: /],
  ['a switch without that option', 'switches:\n  deleteWorkflow: maybe\n', /:2: switches\.deleteWorkflow: /],
  [
    'an event nobody knows',
    'events:\n  - eventType: PersonEvent\n    url: http://127.0.0.1/\n',
    /:2: events\.0\.eventType: /,
  ],
  [
    'an event to a place that is no address',
    'events:\n  - eventType: RemoteLoginEvent\n    url: file:///etc/passwd\n',
    /:3: events\.0\.url: an address is http/,
  ],
  [
    'an event on a status that is not there',
    'events:\n  - eventType: WorkFlowStatusChangeEvent\n    url: http://127.0.0.1/\n    statuses: [C1]\n',
    /:4: events\.0\.statuses\.0: there is no status C1/,
  ],
  ['a rate of life that is no share', 'life:\n  withdraws: 2\n', /:2: life\.withdraws: /],
  ['a rate of life beyond all measure', 'life:\n  applicants: 100000\n', /:2: life\.applicants: /],
  ['a rate of life nobody knows', 'life:\n  luck: 1\n', /:2: life\.luck: there is no such setting/],
  ['an unknown preset', 'preset: gigantic\n', /:1: preset: /],
  [
    'a status of a bin that is not there',
    'statuses:\n  - { id: C1, bin: No, name: A, meaning: new }\n',
    /:2: statuses\.0\.bin: there is no bin No/,
  ],
  [
    'two statuses of one id',
    'statuses:\n  - { id: C1, bin: Review, name: A, meaning: new }\n  - { id: C1, bin: Review, name: B, meaning: new }\n',
    /:3: statuses\.1\.id: C1 is used twice/,
  ],
  [
    'two statuses of one label',
    'statuses:\n  - { id: C1, bin: Review, name: A, meaning: new }\n  - { id: C2, bin: Review, name: A, meaning: new }\n',
    /:3: statuses\.1\.name: Review - A is used twice/,
  ],
  [
    'statuses none of which is the first',
    'statuses:\n  - { id: C1, bin: Review, name: A, meaning: review }\n',
    /no status means new/,
  ],
  [
    'a login group that is not there',
    `users:\n  - ${user.replace('}', ', loginGroup: Nobody }')}\n`,
    /:2: users\.0\.loginGroup: there is no login group Nobody/,
  ],
  ['one user twice', `users:\n  - ${user}\n  - ${user}\n`, /:3: users\.1\.username: u is used twice/],
  [
    'a required field that is not there',
    'required:\n  person: [nickname]\n',
    /:2: required\.person\.0: person has no field nickname/,
  ],
  [
    'a custom field that takes a standard name',
    'customFields:\n  person:\n    - { name: email, kind: text }\n',
    /:3: customFields\.person\.0\.name: person has the field email twice/,
  ],
  [
    'a list field without a list',
    'customFields:\n  job:\n    - { name: field1, kind: node }\n',
    /:3: customFields\.job\.0: a field of kind node needs a list/,
  ],
  [
    'a list that is not there',
    'customFields:\n  job:\n    - { name: field1, kind: node, list: C9 }\n',
    /:3: customFields\.job\.0\.list: there is no list C9/,
  ],
  ['one list item in two lists', 'lists:\n  lists.skills:\n    - { id: D31001, value: X }\n', /D31001 is already in/],
  [
    'a list without what the platform needs',
    'lists:\n  lists.phone_type:\n    - { id: D83001, value: Work }\n',
    /:3: lists\.lists\.phone_type: D83002 is missing/,
  ],
  ['text that is no YAML', 'name: [\n', /at line 2/],
])('%s is told with file, line and field', async (_, text, message) => {
  await expect(readTenantFile(write('t.yaml', text))).rejects.toThrow(message)
})

test('a file that cannot be read is told of', async () => {
  await expect(readTenantFile('/nowhere/t.yaml')).rejects.toThrow(
    'cannot read the tenant file /nowhere/t.yaml: ENOENT.',
  )
})

test('every problem of a file is told at once', async () => {
  const told = readTenantFile(write('t.yaml', 'region: mars\nplatform: A B\n'))
  await expect(told).rejects.toThrow(/:1: region.*:2: platform/s)
})

test('what a file says is what the tenant has, and the rest is as in the preset', async () => {
  const file = write(
    't.json',
    JSON.stringify({ name: 'Acme', lists: { 'lists.skills': [{ id: 'C1', value: 'Juggling' }] } }),
  )
  const tenant = await readTenantFile(file)
  await using simulator = await createTenant({ people: 0, tenant })
  expect(await bodyOf(callIcims(simulator, 'GET', ''))).toMatchObject({
    name: 'Acme',
    platformUrl: 'cedarline.icims.com',
  })
  expect(simulator.tenant.lists.nodes('lists.skills')).toMatchObject([{ id: 'C1' }])
  expect(simulator.tenant.lists.nodes('lists.phone_type')).toHaveLength(4)
})

test('a kept tenant keeps its configuration, whatever preset its next start names', async () => {
  const data = join(folder, 'tenant.db')
  const first = await createTenant({ preset: 'enterprise', people: 24, data })
  const email = await bodyOf(callIcims(first, 'GET', '/people/3'))
  await first.close()
  await using again = await createTenant({ preset: 'default', people: 24, data })
  expect(await bodyOf(callIcims(again, 'GET', '/people/3'))).toEqual(email)
  expect(await bodyOf(callIcims(again, 'GET', ''))).toMatchObject({ name: 'Meridian Care Network' })
})

test('a configuration that contradicts itself makes no tenant', async () => {
  const made = createTenant({ people: 0, tenant: { required: { person: ['nickname'] } } })
  await expect(made).rejects.toMatchObject({
    name: 'TenantConfigError',
    message: 'required.person.0: person has no field nickname',
  })
})
