import { expect, test } from 'vitest'
import { defaultCoordinates, type Simulator } from '../../simulator/index.ts'
import type { LoginGroup } from '../../simulator/tenant/config.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

/** A tenant whose API user is in a login group with these limits. */
function limited(limits: Partial<LoginGroup>, required: Record<string, string[]> = {}): Promise<Simulator> {
  const [user] = defaultCoordinates.users
  return createTenant({
    people: 24,
    coordinates: { customerId: 1234, users: [{ ...user!, loginGroup: 'Partner' }] },
    tenant: { loginGroups: [{ id: 'C1009', name: 'Partner', ...limits }], required },
  })
}

test('a field hidden from the user is absent, whether asked for or not, and the journal says why', async () => {
  await using simulator = await limited({ hiddenFields: { person: ['email', 'addresses.addresszip'] } })
  const byDefault = await bodyOf(callIcims(simulator, 'GET', '/people/1'))
  expect(byDefault.firstname).toBeDefined()
  expect(byDefault.email).toBeUndefined()
  expect(byDefault.addresses[0].addresscity).toBeDefined()
  expect(byDefault.addresses[0].addresszip).toBeUndefined()
  const asked = await callIcims(simulator, 'GET', '/people/1?fields=email,lastname')
  expect(asked.headers.get('x-warning')).toBeNull()
  expect(Object.keys((await asked.json()) as object)).toEqual(['lastname', 'links'])
  const [entry] = simulator.tenant.journal.entries({ note: 'hidden-field' })
  expect(entry!.notes).toContainEqual({
    kind: 'hidden-field',
    subject: 'email',
    reason: 'This field is hidden from the login group Partner.',
  })
})

test('a hidden field has no address of its own and cannot be written', async () => {
  await using simulator = await limited({ hiddenFields: { person: ['phones'] }, readonlyFields: { person: ['email'] } })
  const { changes } = simulator.tenant.store
  expect((await callIcims(simulator, 'GET', '/people/1/fields/phones')).status).toBe(404)
  expect((await callIcims(simulator, 'POST', '/people/1/fields/phones', { phonenumber: '1' })).status).toBe(404)
  const patched = await callIcims(simulator, 'PATCH', '/people/1', { email: 'x@example.com' })
  expect(patched.status).toBe(403)
  expect(await patched.json()).toEqual({
    errors: [{ errorCode: 7, errorMessage: 'email: The login group Partner may not edit this field.' }],
  })
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('a filter on a hidden field is refused like one that does not exist, through a relation too', async () => {
  await using simulator = await limited({ hiddenFields: { person: ['email', 'addresses'] } })
  for (const [path, name] of [
    ['people', 'person.email'],
    ['people', 'person.emailaddress'],
    ['people', 'person.addresscity'],
    ['applicantworkflows', 'applicantworkflow.person.email'],
  ]) {
    const answer = await callIcims(simulator, 'POST', `/search/${path}`, { filters: [{ name, value: ['a'] }] })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      errors: [{ errorMessage: `The following filter is either not valid or hidden: ${name}` }],
    })
  }
  const filters = [{ name: 'person.lastname', value: ['a'] }]
  expect((await callIcims(simulator, 'POST', '/search/people', { filters })).status).toBe(200)
})

test('profiles hidden from the user are not found, and references to them are absent', async () => {
  await using simulator = await limited({ hiddenProfiles: ['person'] })
  const person = await callIcims(simulator, 'GET', '/people/1')
  expect(person.status).toBe(404)
  expect(await person.json()).toEqual({ errors: [{ errorCode: 3, errorMessage: 'Person not found.' }] })
  const workflow = await bodyOf(callIcims(simulator, 'GET', '/applicantworkflows/10001'))
  expect(workflow.associatedprofile).toBeUndefined()
  expect(workflow.baseprofile).toBeDefined()
  const made = await callIcims(simulator, 'POST', '/people', { firstname: 'A', lastname: 'B', email: 'a@example.com' })
  expect(made.status).toBe(403)
  const filters = [{ name: 'applicantworkflow.person.id', value: ['1'] }]
  expect((await callIcims(simulator, 'POST', '/search/applicantworkflows', { filters })).status).toBe(400)
})

test('whoever is outside Integration User cannot search', async () => {
  await using simulator = await limited({ search: false })
  const filters = [{ name: 'person.lastname', value: ['a'] }]
  const answer = await callIcims(simulator, 'POST', '/search/people', { filters })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ errors: [{ errorCode: 3 }] })
  expect((await callIcims(simulator, 'GET', '/people/1')).status).toBe(200)
})

test('a user without web services signs in and is told so', async () => {
  await using simulator = await limited({ webServices: false })
  const answer = await callIcims(simulator, 'GET', '/people/1')
  expect(answer.status).toBe(403)
  expect(await answer.json()).toEqual({
    errors: [{ errorCode: 6, errorMessage: 'The provided Username is not Authorized to access Web Services' }],
  })
})

test('a required field that is empty blocks a change that has nothing to do with it, unless the group is excused', async () => {
  const required = { person: ['externalid', 'gender'] }
  await using simulator = await limited({}, required)
  simulator.tenant.store.put('person', 1, { ...simulator.tenant.store.get('person', 1), externalid: undefined })
  const { changes } = simulator.tenant.store
  const answer = await callIcims(simulator, 'PATCH', '/people/1', { middlename: 'Maria' })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({
    errors: [
      { errorCode: 1, errorMessage: 'gender: This field is required.' },
      { errorCode: 1, errorMessage: 'externalid: This field is required.' },
    ],
  })
  expect(simulator.tenant.store.changes).toBe(changes)
  const supplied = { middlename: 'Maria', externalid: 'X1', gender: 'Female' }
  expect((await callIcims(simulator, 'PATCH', '/people/1', supplied)).status).toBe(204)
  await using excused = await limited({ optionalFields: { person: ['externalid', 'gender'] } }, required)
  expect((await callIcims(excused, 'PATCH', '/people/1', { middlename: 'Maria' })).status).toBe(204)
})
