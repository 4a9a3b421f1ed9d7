import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exportRows, loadSeedFile } from '../../../simulator/seed/load-seed-file.ts'
import { formatSeedRows } from '../../../simulator/seed/seed-file.ts'
import { bodyOf, callIcims, createTenant } from '../../tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-seed-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

test.each(['yaml', 'json'] as const)('a tenant that is exported as %s and loaded again is the same', async (format) => {
  await using simulator = await createTenant({ people: 36 })
  const rows = exportRows(simulator.tenant)
  await using copy = await createTenant({ people: 0 })
  await loadSeedFile(copy.tenant, write(`all.${format}`, await formatSeedRows(rows, format)))
  expect(exportRows(copy.tenant)).toEqual(rows)
  const created = await callIcims(copy, 'POST', '/people', { firstname: 'A', lastname: 'B', email: 'a@example.com' })
  expect(created.headers.get('location')).toMatch(/\/people\/37$/)
})

test('people go through CSV and come back with what a client can see', async () => {
  await using simulator = await createTenant({ people: 36 })
  await using copy = await createTenant({ people: 0 })
  await loadSeedFile(copy.tenant, write('people.csv', await formatSeedRows(exportRows(simulator.tenant), 'csv')))
  const fields = 'firstname,lastname,email,folder,createddate,login,education,jobtitle'
  for (const id of [1, 20, 36]) {
    const [before, after] = await Promise.all(
      [simulator, copy].map((one) => bodyOf(callIcims(one, 'GET', `/people/${id}?fields=${fields}`))),
    )
    const withoutEntries = (body: object) =>
      JSON.parse(JSON.stringify(body, (key, value) => (key === 'entry' ? undefined : value)))
    expect(withoutEntries(after)).toEqual(withoutEntries(before))
  }
})

test('rows go on top of the seeded ones, and one with an id takes its place', async () => {
  await using simulator = await createTenant({ people: 24 })
  const file = write(
    'own.yaml',
    `people:
  - { firstname: Ann, lastname: Own, email: ann@example.com, folder: { value: 'Cand: Active' } }
  - { id: 5, firstname: Five, lastname: Own, email: five@example.com }
jobs:
  - { id: 7001, jobtitle: Astronaut, recruiter: 5 }
applicantworkflows:
  - { baseprofile: 7001, associatedprofile: 5, status: { id: C2040 } }
`,
  )
  await loadSeedFile(simulator.tenant, file)
  expect(await bodyOf(callIcims(simulator, 'GET', '/people/25'))).toMatchObject({
    lastname: 'Own',
    folder: { id: 'D32007' },
  })
  expect(await bodyOf(callIcims(simulator, 'GET', '/people/5'))).toMatchObject({ firstname: 'Five' })
  expect(await bodyOf(callIcims(simulator, 'GET', '/jobs/7001'))).toMatchObject({
    jobid: '2026-7001',
    recruiter: { id: 5 },
  })
  expect(await bodyOf(callIcims(simulator, 'GET', '/applicantworkflows/person/5/job/7001'))).toMatchObject({
    status: { id: 'C2040' },
  })
})

test.each([
  [
    'a.yaml',
    'people:\n  - { firstname: A, lastname: B, emial: x }\n',
    /a\.yaml:2: emial: There is no such field\. email: This field is required\./,
  ],
  [
    'b.yaml',
    'people:\n  - firstname: A\n    lastname: B\n    email: b@example.com\n    folder: { value: Nope }\n',
    /b\.yaml:2: folder: The list has no item "Nope"\./,
  ],
  [
    'c.yaml',
    'persons:\n  - {}\n',
    /c\.yaml:1: persons is none of people, jobs, companies, talentpools, newhirecategories, applicantworkflows,/,
  ],
  ['d.yaml', 'people: 7\n', /d\.yaml:1: people must be a list\./],
  ['e.yaml', 'people:\n - {\n', /e\.yaml: /],
  [
    'f.yaml',
    'people:\n  - { id: -1, firstname: A, lastname: B, email: c@example.com }\n',
    /f\.yaml:2: id must be a positive whole number\./,
  ],
  ['g.json', '[]', /g\.json:1: it must hold people/],
  ['h.csv', 'firstname,lastname,shoe\nA,B,44\n', /h\.csv:2: there is no field shoe\./],
  ['i.csv', 'firstname,phones.phonenumber\nA,1\n', /i\.csv:2: write phones\.1\.phonetype, not phones\.phonenumber\./],
  ['j.txt', '', /a seed file is named \.yaml, \.json or \.csv/],
])('%s is refused with file, line and field, and nothing is loaded', async (name, text, message) => {
  await using simulator = await createTenant({ people: 0 })
  const { changes } = simulator.tenant.store
  await expect(loadSeedFile(simulator.tenant, write(name, text))).rejects.toThrow(message)
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('a file that is not there is told of', async () => {
  await using simulator = await createTenant({ people: 0 })
  await expect(loadSeedFile(simulator.tenant, '/nowhere/people.yaml')).rejects.toThrow(
    'cannot read the seed file /nowhere/people.yaml: ENOENT.',
  )
})

test('files go through an export, and a résumé is made where a row names one without bytes', async () => {
  await using simulator = await createTenant({ people: 36 })
  const put = new FormData()
  put.append('file', new File([Buffer.from([0, 255, 10])], 'Zoë.bin'))
  const request = (method: string, path: string, body?: FormData) =>
    new Request(`https://api.icims.com/customers/1234${path}`, {
      method,
      headers: { authorization: `Basic ${btoa('api-user:api-password')}` },
      ...(body && { body }),
    })
  expect((await simulator.fetch(request('PATCH', '/people/5/fields/resume/binary', put))).status).toBe(204)
  await using copy = await createTenant({ people: 0 })
  const rows = exportRows(simulator.tenant)
  await loadSeedFile(copy.tenant, write('files.yaml', await formatSeedRows(rows, 'yaml')))
  const seeded = [...simulator.tenant.store.each('person')].find(({ id, data }) => id !== 5 && data.resume)!.id
  for (const id of [5, seeded]) {
    const [before, after] = await Promise.all(
      [simulator, copy].map(async (one) => {
        const answer = await one.fetch(request('GET', `/people/${id}/fields/resume/binary`))
        return {
          disposition: answer.headers.get('content-disposition'),
          bytes: Buffer.from(await answer.arrayBuffer()),
        }
      }),
    )
    expect(after).toEqual(before)
  }
  const own = write(
    'own-file.yaml',
    'people:\n  - { firstname: A, lastname: B, email: a@example.com, resume: { filename: a.pdf } }\n',
  )
  await loadSeedFile(copy.tenant, own)
  const made = await copy.fetch(request('GET', '/people/37/fields/resume/binary'))
  expect(
    Buffer.from(await made.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test.each([
  ['{ content: aGk= }', /resume: The value must be an object with a filename/],
  ['{ filename: a.doc, type: application/msword }', /resume: The file needs a content in base64/],
  ['{ filename: a.pdf, content: "?" }', /resume: The content must be base64/],
  ['{ filename: a.pdf, of: x }', /resume: The value `of` must be the id of a person/],
])('the file %s in a seed file is refused', async (value, message) => {
  await using simulator = await createTenant({ people: 0 })
  const row = `people:\n  - { firstname: A, lastname: B, email: a@example.com, resume: ${value} }\n`
  await expect(loadSeedFile(simulator.tenant, write('bad.yaml', row))).rejects.toThrow(message)
})
