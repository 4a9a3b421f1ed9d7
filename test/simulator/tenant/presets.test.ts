import { expect, test } from 'vitest'
import { defaultCoordinates } from '../../../simulator/index.ts'
import { checkConfig } from '../../../simulator/tenant/check-config.ts'
import { presetNames } from '../../../simulator/tenant/presets/presets.ts'
import { resolveTenant } from '../../../simulator/tenant/resolve.ts'
import { bodyOf, callIcims, createTenant, searchIds } from '../../tenant.ts'

test.each(presetNames)('the preset %s does not contradict itself and answers', async (preset) => {
  const { config } = await resolveTenant(preset, {}, defaultCoordinates)
  expect(checkConfig(config)).toEqual([])
  await using simulator = await createTenant({ preset, people: 24 })
  const { platformUrl } = await bodyOf(callIcims(simulator, 'GET', ''))
  expect(platformUrl).toBe(`${config.platform}.icims.com`)
  for (const { id } of simulator.tenant.store.each('person')) {
    expect((await callIcims(simulator, 'GET', `/people/${id}`)).status).toBe(200)
  }
})

test('empty has nobody, and enterprise has more people than the others', async () => {
  const sizes = await Promise.all(
    presetNames.map(async (preset) => [preset, (await resolveTenant(preset, {}, defaultCoordinates)).people]),
  )
  expect(Object.fromEntries(sizes)).toEqual({ default: 300, enterprise: 1_200, eu: 300, 'locked-down': 300, empty: 0 })
})

test('enterprise has statuses, lists and fields of its own, with values in them', async () => {
  await using simulator = await createTenant({ preset: 'enterprise', people: 60 })
  const made = await callIcims(simulator, 'POST', '/people', { firstname: 'A', lastname: 'B', email: 'a@example.com' })
  const person = Number(made.headers.get('location')!.split('/').at(-1))
  await callIcims(simulator, 'POST', '/applicantworkflows', { baseprofile: 1001, associatedprofile: person })
  const filters = [{ name: 'applicantworkflow.person.id', value: [person] }]
  const [workflow] = await searchIds(simulator, 'applicantworkflows', { filters })
  const { status } = await bodyOf(callIcims(simulator, 'GET', `/applicantworkflows/${workflow}`))
  expect(status).toEqual({ id: 'C61001', formattedvalue: 'Inbox - Received', value: 'Inbox - Received' })
  const fields = simulator.tenant.fields.of('person').filter(({ name }) => name.startsWith('field'))
  const names = fields.map(({ name }) => name)
  const people = await Promise.all(
    Array.from({ length: 60 }, (_, i) => bodyOf(callIcims(simulator, 'GET', `/people/${i + 1}?fields=${names}`))),
  )
  const seen = new Set(people.flatMap((body) => Object.keys(body)))
  for (const name of ['field10101', 'field10102', 'field10103', 'field10104', 'field10105', 'field10110', 'field10120'])
    expect([...seen]).toContain(name)
})

test('eu answers on the API host of its region, with its own addresses, phones and currency', async () => {
  await using simulator = await createTenant({ preset: 'eu', people: 60 })
  const people = [...simulator.tenant.store.each('person')].map(({ data }) => data)
  const countries = new Set(
    people.flatMap(({ addresses }) => ((addresses ?? []) as { addresscountry: string }[]).map((a) => a.addresscountry)),
  )
  expect([...countries].sort()).toEqual(['D41003', 'D41004', 'D41005', 'D41008'])
  for (const { phones } of people) {
    for (const { phonenumber } of (phones ?? []) as { phonenumber: string }[])
      expect(phonenumber).toMatch(
        /^\+(44 (20 7946 0|1632 960)|49 (30 23125|89 99998|40 66969|221 4710|69 90009) |353 20 91|33 1 99 00 )/,
      )
  }
  const salaries = [...simulator.tenant.store.each('job')].map(({ data }) => data.minimumsalary as { currency: string })
  expect(new Set(salaries.filter(Boolean).map(({ currency }) => currency))).toEqual(new Set(['EUR']))
  const authorization = `Basic ${btoa('api-user:api-password')}`
  const ask = (host: string) =>
    simulator.fetch(new Request(`https://${host}/customers/1234/people/1`, { headers: { authorization } }))
  expect((await ask('api-eu.icims.com')).status).toBe(200)
  expect((await ask('api.icims.com')).status).toBe(404)
})

test('locked-down answers with less, and says in the journal what is missing', async () => {
  await using simulator = await createTenant({ preset: 'locked-down', people: 24 })
  const person = await bodyOf(callIcims(simulator, 'GET', '/people/4'))
  expect(person).toMatchObject({ firstname: expect.any(String) })
  expect(person.email).toBeUndefined()
  expect((await callIcims(simulator, 'GET', '/talentpools/1')).status).toBe(404)
  expect((await callIcims(simulator, 'PATCH', '/applicantworkflows/10001', { status: { id: 'D10108' } })).status).toBe(
    403,
  )
  expect(simulator.tenant.journal.entries({ note: 'hidden-field' })).not.toEqual([])
})
