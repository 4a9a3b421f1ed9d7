import { expect, test } from 'vitest'
import type { Simulator } from '../../../simulator/index.ts'
import { bodyOf, callIcims, createTenant, searchIds } from '../../tenant.ts'
import { portalJob, send, submit } from './portal.ts'

const ann = { firstname: 'Ann', lastname: 'Lindqvist', email: 'Ann.L@example.com' }
const pdf = (text = 'x'): File =>
  new File([`%PDF-1.4 ${text}`], 'C:\\fakepath\\ann résumé.pdf', { type: 'application/pdf' })

const open = () => createTenant({ people: 24 })

async function personOf(simulator: Simulator, workflow: number): Promise<number> {
  return (await bodyOf(callIcims(simulator, 'GET', `/applicantworkflows/${workflow}`))).associatedprofile.id
}

test('the page of a job leads to a form that works without a script', async () => {
  await using simulator = await open()
  const { jobPage, applyPage } = await portalJob(simulator)
  expect(await (await send(simulator, jobPage)).text()).toContain(`<a class="button" href="${applyPage}">`)
  const form = await send(simulator, applyPage)
  const text = await form.text()
  expect(form.status).toBe(200)
  expect(text).toContain(`<form method="post" action="${applyPage}" enctype="multipart/form-data">`)
  expect(text).not.toMatch(/<script|onclick|src=/)
  for (const [, id] of text.matchAll(/<input id="(\w+)"/g)) expect(text).toContain(`<label for="${id}">`)
})

test('who applies is a person and an applicant workflow in the status of the portal, with the résumé', async () => {
  await using simulator = await open()
  const { id, applyPage, confirmationPage } = await portalJob(simulator)
  const answer = await submit(simulator, applyPage, {
    ...ann,
    phone: '410-555-0142',
    city: 'Madison',
    zip: '53703',
    resume: pdf(),
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, confirmationPage])
  const [person] = await searchIds(simulator, 'people', { filters: [{ name: 'person.email', value: [ann.email] }] })
  const fields = 'firstname,lastname,email,phones,addresses,resume,source'
  expect(await bodyOf(callIcims(simulator, 'GET', `/people/${person}?fields=${fields}`))).toMatchObject({
    ...ann,
    phones: [{ phonenumber: '410-555-0142', phonetype: { value: 'Mobile' } }],
    addresses: [{ addresscity: 'Madison', addresszip: '53703' }],
    resume: { filename: 'ann résumé.pdf' },
    source: 'Corporate Website',
  })
  const workflow = await bodyOf(callIcims(simulator, 'GET', `/applicantworkflows/person/${person}/job/${id}`))
  expect(workflow).toMatchObject({ baseprofile: { id }, status: { id: 'D10100' } })
  const confirmed = await send(simulator, confirmationPage, {
    cookie: answer.headers.get('set-cookie')!.split(';')[0]!,
  })
  expect(await confirmed.text()).toContain('Your application was submitted')
})

test('a form without a file, and one that is url-encoded, are taken as well', async () => {
  await using simulator = await open()
  const { applyPage } = await portalJob(simulator)
  expect((await submit(simulator, applyPage, { ...ann, resume: new File([], '') })).status).toBe(303)
  const body = new URLSearchParams({ ...ann, email: 'b@example.com' })
  expect((await simulator.fetch(new Request(applyPage, { method: 'POST', body }))).status).toBe(303)
})

test('who is known by the e-mail address applies as that person, and a second time not at all', async () => {
  await using simulator = await open()
  const { applyPage } = await portalJob(simulator)
  const other = await portalJob(simulator, 1)
  await submit(simulator, applyPage, ann)
  const people = simulator.tenant.store.count('person')
  await submit(simulator, other.applyPage, { ...ann, email: 'ann.l@EXAMPLE.com', firstname: 'Anna', resume: pdf() })
  expect(simulator.tenant.store.count('person')).toBe(people)
  const last = [...simulator.tenant.store.each('applicantworkflow')].at(-1)!.id
  const person = await personOf(simulator, last)
  expect(await bodyOf(callIcims(simulator, 'GET', `/people/${person}?fields=firstname,resume`))).toMatchObject({
    firstname: 'Ann',
    resume: { filename: 'ann résumé.pdf' },
  })
  const { changes } = simulator.tenant.store
  const repeated = await submit(simulator, applyPage, ann)
  expect([repeated.status, simulator.tenant.store.changes]).toEqual([409, changes])
  expect(await repeated.text()).toContain('You have applied for this job already')
})

test.each([
  ['no name', { firstname: ' ', lastname: '' }, 400, 'First name is missing.'],
  ['no e-mail address', { email: 'ann at example' }, 400, 'This is no e-mail address.'],
  ['a name that is too long', { lastname: 'x'.repeat(65) }, 400, 'Last name is longer than 64 characters.'],
  ['a résumé that is a program', { resume: new File(['MZ'], 'cv.exe') }, 400, 'A résumé is a PDF'],
  ['a résumé that is a page', { resume: new File(['<html>'], 'cv.html', { type: 'text/html' }) }, 400, 'A résumé is'],
  ['a résumé that says to be a PDF and is none', { resume: new File(['x'], 'cv.pdf') }, 400, 'The file is no PDF.'],
  ['an empty résumé', { resume: new File([], 'cv.pdf') }, 400, 'The file is empty.'],
] as const)(
  'a form with %s comes back with what is wrong, filled in, and nothing changes',
  async (_, part, status, message) => {
    await using simulator = await open()
    const { applyPage } = await portalJob(simulator)
    const { changes } = simulator.tenant.store
    const answer = await submit(simulator, applyPage, { ...ann, city: 'Åre "<b>', ...part })
    const text = await answer.text()
    expect(answer.status).toBe(status)
    expect(text).toContain(message)
    expect(text).toContain('value="Åre &quot;&lt;b&gt;"')
    expect(text).toContain('role="alert"')
    expect(simulator.tenant.store.changes).toBe(changes)
  },
)

test('a form beyond the cap is refused, and so is what is no form', async () => {
  await using simulator = await createTenant({ people: 24, tenant: { bodyLimit: 10_000 } })
  const { applyPage } = await portalJob(simulator)
  const { changes } = simulator.tenant.store
  const large = await submit(simulator, applyPage, { ...ann, resume: pdf('x'.repeat(20_000)) })
  expect([large.status, await large.text()]).toEqual([413, expect.stringContaining('The body is larger than')])
  const json = new Request(applyPage, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
  expect((await simulator.fetch(json)).status).toBe(415)
  const type = 'multipart/form-data; boundary=x'
  const cut = new Request(applyPage, { method: 'POST', body: '--x\r\nConten', headers: { 'content-type': type } })
  expect((await simulator.fetch(cut)).status).toBe(400)
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('what a candidate sends is shown as text wherever it stands', async () => {
  await using simulator = await open()
  const { applyPage } = await portalJob(simulator)
  const text = await (
    await submit(simulator, applyPage, { ...ann, lastname: '"><script>alert(1)</script>', email: '' })
  ).text()
  expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(text).not.toContain('<script')
})

test('a job that is not on the portal is not applied for, and no other page takes a form', async () => {
  await using simulator = await open()
  const { applyPage, jobPage } = await portalJob(simulator)
  expect((await submit(simulator, applyPage.replace(/jobs\/\d+/, 'jobs/99999'), ann)).status).toBe(404)
  expect((await submit(simulator, jobPage, ann)).status).toBe(405)
  expect((await submit(simulator, 'http://localhost:4010/careers/careers-cedarline', ann)).status).toBe(405)
})
