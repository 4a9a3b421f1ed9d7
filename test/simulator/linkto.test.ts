import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { importProfile } from '../../simulator/profiles/import.ts'
import { defaultCoordinates } from '../../simulator/tenant/coordinates.ts'
import { callIcims, createTenant } from '../tenant.ts'

/** One person with a hostile name on one job. */
async function one(options: Parameters<typeof createTenant>[0] = {}): Promise<Simulator> {
  const simulator = await createTenant({ people: 0, ...options })
  const { tenant } = simulator
  const body = { firstname: '<script>alert(1)</script>', lastname: `O'Neil & "Sons"`, email: 'o@example.com' }
  importProfile(tenant, 'person', 1, { ...body, phones: [{ phonenumber: '608-555-0100' }] }, {})
  importProfile(tenant, 'job', 11, { jobtitle: 'Nurse <b>', folder: { id: 'D31001' } }, {})
  importProfile(tenant, 'applicantworkflow', 101, { baseprofile: 11, associatedprofile: 1 }, {})
  return simulator
}

async function page(simulator: Simulator, path: string): Promise<string> {
  const answer = await callIcims(simulator, 'GET', path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html;charset=UTF-8'])
  return answer.text()
}

test('a direct link to a person shows a page with what it holds as text, and a link to the job', async () => {
  await using simulator = await one()
  const html = await page(simulator, '/linkTo/people/1')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; O&#39;Neil &amp; &quot;Sons&quot;')
  expect(html).not.toContain('<script')
  expect(html).toContain('608-555-0100')
  expect(html).toContain('<a href="https://api.icims.com/customers/1234/linkTo/jobs/11">Nurse &lt;b&gt;</a>')
})

test('a direct link to a job shows its folder and the people on it', async () => {
  await using simulator = await one()
  const html = await page(simulator, '/linkTo/jobs/11')
  expect(html).toContain('<h1>Nurse &lt;b&gt;</h1>')
  expect(html).toContain('Approved')
  expect(html).toContain('href="https://api.icims.com/customers/1234/linkTo/people/1"')
})

test('a page loads nothing from anywhere', async () => {
  await using simulator = await one()
  for (const path of ['/linkTo/people/1', '/linkTo/jobs/11']) {
    expect(await page(simulator, path)).not.toMatch(/\ssrc=|<link|@import|url\(|<iframe/)
  }
})

test('a profile that is not there is not found, in the shape of iCIMS', async () => {
  await using simulator = await one()
  for (const [path, errorMessage] of [
    ['/linkTo/people/9', 'Person not found.'],
    ['/linkTo/jobs/x', 'Job not found.'],
  ]) {
    const answer = await callIcims(simulator, 'GET', path!)
    expect([answer.status, await answer.json()]).toEqual([404, { errors: [{ errorMessage, errorCode: 2 }] }])
  }
})

test('what is hidden from the user is not on the page', async () => {
  const [user] = defaultCoordinates.users
  await using simulator = await one({
    coordinates: { customerId: 1234, users: [{ ...user!, loginGroup: 'Partner' }] },
    tenant: {
      loginGroups: [
        { id: 'C1009', name: 'Partner', hiddenProfiles: ['job'], hiddenFields: { person: ['email', 'phones'] } },
      ],
    },
  })
  const html = await page(simulator, '/linkTo/people/1')
  expect(html).not.toMatch(/608-555-0100|o@example\.com|Nurse/)
  expect((await callIcims(simulator, 'GET', '/linkTo/jobs/11')).status).toBe(404)
})
