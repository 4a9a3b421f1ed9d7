import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { Field } from '../../simulator/tenant/fields/field.ts'
import { profileTypes } from '../../simulator/tenant/profile-types.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

const text = { type: 'string' }
const node = { type: 'object', properties: { id: text, formattedvalue: text, value: text } }
const profile = { type: 'object', properties: { profile: text, id: { type: 'integer' }, value: text } }
const money = { amountstring: text, amount: { type: 'number' }, currency: text }

const words = {
  person: 'person',
  job: 'job',
  company: 'company',
  submittal: 'applicantworkflow',
  source: 'talentpool',
  sourceworkflow: 'sourceworkflow',
  onboard: 'newhirecategory',
  onboardworkflow: 'onboardworkflow',
} as const

test.each(Object.entries(words))('what a profile answers fits the schema of %s', async (word, type) => {
  await using simulator = await createTenant({ people: 60 })
  const schema = await bodyOf(callIcims(simulator, 'GET', `/profiledefinitions/v1/${word}/schema`))
  const names = Object.keys(schema.properties)
  expect(names.length).toBeGreaterThan(5)
  // Which entry is the primary one is shown beside its fields, and is no field itself.
  const closed = JSON.parse(JSON.stringify(schema), (_, value) =>
    value?.type === 'object'
      ? { ...value, properties: { ...value.properties, primary: {} }, additionalProperties: false }
      : value,
  )
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(closed)
  for (const { id } of [...simulator.tenant.store.each(type)].slice(0, 20)) {
    const address = `/${profileTypes[type].path}/${id}?fields=${names.join(',')}`
    const { links, ...body } = await bodyOf(callIcims(simulator, 'GET', address))
    expect(validate(body), JSON.stringify([validate.errors, body])).toBe(true)
  }
})

test('every kind of field has its schema', async () => {
  await using simulator = await createTenant({
    people: 0,
    tenant: {
      customFields: {
        job: [
          { name: 'field1', kind: 'boolean' },
          { name: 'field2', kind: 'decimal' },
          { name: 'field3', kind: 'file' },
          { name: 'field4', kind: 'place', list: 'lists.country' },
          { name: 'field5', kind: 'datetime' },
        ] satisfies Field[],
      },
    },
  })
  const { type, properties } = await bodyOf(callIcims(simulator, 'GET', '/profiledefinitions/v1/job/schema'))
  expect(type).toBe('object')
  expect(properties).toMatchObject({
    jobtitle: text,
    overview: text,
    numberofpositions: { type: 'number' },
    startdate: { format: 'date', type: 'string' },
    updateddate: text,
    positioncategory: node,
    assessmenttype: { type: 'array', items: node },
    hiringmanager: profile,
    fee: { type: 'object', properties: money },
    minimumsalary: { type: 'object', properties: { ...money, timeframe: text } },
    joblocation: {
      type: 'object',
      properties: { companyid: { type: 'integer' }, address: text, id: { type: 'integer' }, value: text },
    },
    talentpools: {
      type: 'array',
      items: { type: 'object', properties: { talentpool: profile, entry: { type: 'integer' } } },
    },
    field1: { type: 'boolean' },
    field2: { type: 'number' },
    field3: { type: 'object', properties: { file: text } },
    field4: { type: 'object', properties: { id: text, abbrev: text, value: text } },
    field5: text,
  })
})

test('one field is answered in the same wrapping', async () => {
  await using simulator = await createTenant({ people: 0 })
  expect(await bodyOf(callIcims(simulator, 'GET', '/profiledefinitions/v1/job/department/schema'))).toEqual({
    type: 'object',
    properties: { department: node },
  })
  expect(await bodyOf(callIcims(simulator, 'GET', '/profiledefinitions/v1/submittal/status/schema'))).toEqual({
    type: 'object',
    properties: { status: node },
  })
})

test.each([
  ['/profiledefinitions/v1/room/schema', 'Profile type not found.'],
  ['/profiledefinitions/v1/connectevent/schema', 'Profile type not found.'],
  ['/profiledefinitions/v1/people/schema', 'Profile type not found.'],
  ['/profiledefinitions/v1/constructor/schema', 'Profile type not found.'],
  ['/profiledefinitions/v1/room/name/schema', 'Profile type not found.'],
  ['/profiledefinitions/v1/job/nosuchfield/schema', 'nosuchfield: There is no such field.'],
  ['/profiledefinitions/v1/job/constructor/schema', 'constructor: There is no such field.'],
  ['/profiledefinitions/v1/person/password/schema', 'password: There is no such field.'],
])('GET %s: %s', async (path, errorMessage) => {
  await using simulator = await createTenant({ people: 0 })
  const answer = await callIcims(simulator, 'GET', path)
  expect([answer.status, await answer.json()]).toEqual([404, { errors: [{ errorMessage, errorCode: 2 }] }])
})

test('what the caller does not see is not in the schema, and the journal says why', async () => {
  const loginGroups = [
    {
      id: 'C1006',
      name: 'Integration User',
      hiddenProfiles: ['company'],
      hiddenFields: { person: ['salary', 'addresses.addresszip'] },
    },
  ] as const
  await using simulator = await createTenant({ people: 0, tenant: { loginGroups } })
  const { properties } = await bodyOf(callIcims(simulator, 'GET', '/profiledefinitions/v1/person/schema'))
  expect(properties).not.toHaveProperty('salary')
  expect(properties.addresses.items.properties).toHaveProperty('addresscity')
  expect(properties.addresses.items.properties).not.toHaveProperty('addresszip')
  expect((await callIcims(simulator, 'GET', '/profiledefinitions/v1/person/salary/schema')).status).toBe(404)
  const company = await callIcims(simulator, 'GET', '/profiledefinitions/v1/company/schema')
  expect([company.status, await company.json()]).toMatchObject([404, { errors: [{ errorCode: 3 }] }])
  const notes = simulator.tenant.journal.entries({ note: 'hidden-field' }).flatMap((entry) => entry.notes)
  expect(notes.map(({ subject }) => subject)).toEqual(['company', 'salary', 'salary', 'addresses.addresszip'])
})

test('the schemas of a search and of its answer are those that are printed', async () => {
  await using simulator = await createTenant({ people: 24 })
  const results = await bodyOf(callIcims(simulator, 'GET', '/search/resultsSchema'))
  expect(results).toEqual({
    type: 'object',
    properties: {
      searchResults: {
        type: 'array',
        items: { type: 'object', properties: { self: text, id: { type: 'integer' } } },
      },
    },
  })
  const search = await bodyOf(callIcims(simulator, 'GET', '/search/filtersSchema'))
  const group = { operator: { options: ['&', '|'], type: 'string' } }
  expect(search).toMatchObject({
    type: 'object',
    properties: { ...group, children: { type: 'array', items: { properties: group, required: ['filters'] } } },
    required: ['filters'],
  })
  expect(search.properties.filters.items.properties.operator.options).toEqual(['=', '!=', '<', '>', '<=', '>='])
  const sent = {
    filters: [{ name: 'person.id', value: ['0'], operator: '>' }],
    children: [{ filters: [{ name: 'person.lastname', value: ['a'] }], operator: '|' }],
  }
  const ajv = new Ajv2020({ strict: false })
  expect(ajv.validate(search, sent)).toBe(true)
  expect(ajv.validate(search, {})).toBe(false)
  expect(ajv.validate(results, await bodyOf(callIcims(simulator, 'POST', '/search/people', sent)))).toBe(true)
})
