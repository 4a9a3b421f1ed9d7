import { PDFDocument } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeResume } from '../../../simulator/files/resume/make-resume.ts'
import { extractText } from '../../../simulator/files/text/extract-text.ts'
import { defaultCoordinates, type Simulator } from '../../../simulator/index.ts'
import { mergePeople } from '../../../simulator/profiles/merge.ts'
import type { ProfileData } from '../../../simulator/store/store.ts'
import { defaultTenant } from '../../../simulator/tenant/presets/default.ts'
import { createWords } from '../../../simulator/tenant/words.ts'
import { bodyOf, callIcims, createTenant } from '../../tenant.ts'
import { bytesOf, call, form } from './tenant-with-files.ts'

const words = createWords(defaultTenant(defaultCoordinates))

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await extractText('application/pdf', bytes))!.replaceAll(/\s+/g, ' ')
}

/** The first candidates who have a résumé. */
function withResume(simulator: Simulator): number[] {
  return [...simulator.tenant.store.each('person')].filter(({ data }) => data.resume !== undefined).map(({ id }) => id)
}

test('nine of ten candidates have a résumé, users of the platform have none', async () => {
  await using simulator = await createTenant()
  const people = [...simulator.tenant.store.each('person')].map(({ data }) => data)
  const having = (some: ProfileData[]) => some.filter(({ resume }) => resume !== undefined).length / some.length
  expect(having(people.filter(({ login }) => login !== undefined))).toBe(0)
  const share = having(people.filter(({ login }) => login === undefined))
  expect(share).toBeGreaterThan(0.85)
  expect(share).toBeLessThan(0.95)
})

test('a seeded résumé is a PDF that agrees with the profile', async () => {
  await using simulator = await createTenant()
  for (const id of withResume(simulator).slice(0, 20)) {
    const fields = 'firstname,lastname,email,phones,addresses,workexperience,education,skillset,resume'
    const person = await bodyOf(callIcims(simulator, 'GET', `/people/${id}?fields=${fields}`))
    expect(person.resume).toEqual({
      file: `https://api.icims.com/customers/1234/people/${id}/fields/resume/binary`,
      filename: `${person.firstname}_${person.lastname}_Resume.pdf`,
    })
    const answer = await call(simulator, 'GET', `/people/${id}/fields/resume/binary`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const bytes = await bytesOf(answer)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const text = (await (await call(simulator, 'GET', `/people/${id}/fields/resume/text`)).text()).replaceAll(
      /\s+/g,
      ' ',
    )
    const said = [
      `${person.firstname} ${person.lastname}`,
      person.email,
      ...(person.phones ?? []).slice(0, 1).map(({ phonenumber }: { phonenumber: string }) => phonenumber),
      ...(person.addresses ?? []).map(({ addresscity }: { addresscity: string }) => addresscity),
      ...person.workexperience.flatMap((job: Record<string, string>) => [job.worktitle, job.workemployer]),
      ...(person.education ?? []).flatMap((one: Record<string, { value: string }>) => [
        one.school!.value,
        one.degree!.value,
      ]),
      ...person.skillset.map(({ skill }: { skill: { value: string } }) => skill.value),
    ]
    for (const words of said) expect(text).toContain(words)
  }
})

test('it is the same, byte for byte, each time and in each tenant of the seed', async () => {
  await using one = await createTenant({ people: 60 })
  await using other = await createTenant({ people: 60, cache: false })
  for (const id of withResume(one).slice(0, 5)) {
    const path = `/people/${id}/fields/resume/binary`
    const [first, again, elsewhere] = await Promise.all(
      [one, one, other].map(async (simulator) => bytesOf(await call(simulator, 'GET', path))),
    )
    expect(again).toEqual(first)
    expect(elsewhere).toEqual(first)
    const document = await PDFDocument.load(first!)
    const created = one.tenant.store.get('person', id)!.createddate as number
    expect(document.getCreationDate()!.getTime()).toBe(Math.floor(created / 1_000) * 1_000)
  }
})

test('it stays as it was seeded when the profile changes, gives way to an upload, and is back after a reset', async () => {
  await using simulator = await createTenant({ people: 60 })
  const id = withResume(simulator)[0]!
  const path = `/people/${id}/fields/resume/binary`
  const before = await bytesOf(await call(simulator, 'GET', path))
  const { changes } = simulator.tenant.store
  await call(simulator, 'GET', path)
  expect(simulator.tenant.store.changes).toBe(changes)
  await callIcims(simulator, 'PATCH', `/people/${id}`, { lastname: 'Changed', jobtitle: 'Changed' })
  expect(await bytesOf(await call(simulator, 'GET', path))).toEqual(before)
  expect((await call(simulator, 'PATCH', path, form('mine', 'mine.doc'))).status).toBe(204)
  expect(String(await bytesOf(await call(simulator, 'GET', path)))).toBe('mine')
  simulator.reset()
  expect(await bytesOf(await call(simulator, 'GET', path))).toEqual(before)
})

test('it goes with a merge to the profile that has none', async () => {
  await using simulator = await createTenant({ people: 60 })
  const { store } = simulator.tenant
  const [discarded] = withResume(simulator)
  const primary = [...store.each('person')].find(({ data }) => data.resume === undefined)!.id
  const before = await bytesOf(await call(simulator, 'GET', `/people/${discarded}/fields/resume/binary`))
  mergePeople(simulator.tenant, primary, discarded!)
  expect(await bytesOf(await call(simulator, 'GET', `/people/${primary}/fields/resume/binary`))).toEqual(before)
})

test('a long career goes over several pages', async () => {
  const workexperience = Array.from({ length: 30 }, (_, i) => ({
    entry: i,
    worktitle: `Title ${i}`,
    workemployer: `Employer ${i}`,
    workdescription: `<p>${'Words that wrap over the end of the line. '.repeat(4)}</p>`,
  }))
  const bytes = await makeResume({ firstname: 'Ann', lastname: 'L', createddate: 0, workexperience }, words)
  expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(2)
  const text = await textOf(bytes)
  for (const { worktitle } of workexperience) expect(text).toContain(worktitle)
})

test('letters the font does not have are written in Latin ones, and the page says so', async () => {
  const person = { firstname: 'Łucja', lastname: 'Иванова-田中 Đặng', email: 'a@example.com', createddate: 0 }
  const text = await textOf(await makeResume(person, words))
  expect(text).toContain('Lucja Ivanova-TianZhong Dang')
  expect(text).toContain('Some words are written in Latin letters here.')
  const plain = await textOf(await makeResume({ ...person, firstname: 'Zoë', lastname: 'Müller' }, words))
  expect(plain).toContain('Zoë Müller')
  expect(plain).not.toContain('Latin letters')
})

test('any profile makes a PDF', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 120 })
  const person = fc.record({
    firstname: text,
    lastname: text,
    jobtitle: text,
    createddate: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    workexperience: fc.array(
      fc.record({ entry: fc.nat(), worktitle: text, workstartdate: text, workdescription: text }),
      { maxLength: 5 },
    ),
    skillset: fc.array(fc.record({ entry: fc.nat(), skill: text }), { maxLength: 5 }),
  })
  await fc.assert(
    fc.asyncProperty(person, async (data) => {
      expect(
        Buffer.from(await makeResume(data as ProfileData, words))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 60) },
  )
})

test('European tenants print on A4', async () => {
  const config = { ...defaultTenant(defaultCoordinates), region: 'eu' as const }
  const bytes = await makeResume({ firstname: 'Ann', lastname: 'L', createddate: 0 }, createWords(config))
  const { width, height } = (await PDFDocument.load(bytes)).getPage(0).getSize()
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
})
