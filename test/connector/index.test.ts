import { expect, test } from 'vitest'
import { integrationIdOf } from '../../connector/index.ts'
import { createConnector } from '../connector.ts'

const auth = { type: 'basic', username: 'u', password: 'p' } as const
const eu = { customerId: '1234', baseUrl: 'https://api-eu.icims.com', auth }

test('an integration has an id of its customer and its address, the same for ever', async () => {
  expect(integrationIdOf({ ...eu, baseUrl: 'https://api.icims.com' })).toBe('3WjdKNU4xuPdykE9318QvdXD')
  const ids = [
    eu,
    { ...eu, customerId: '1235' },
    { ...eu, baseUrl: 'https://api.icims.com' },
    { ...eu, id: '1'.repeat(24) },
  ].map(integrationIdOf)
  expect(new Set(ids).size).toBe(4)
  expect(integrationIdOf({ ...eu, baseUrl: 'https://api-eu.icims.com/' })).toBe(integrationIdOf(eu))
  await using connector = await createConnector({ apiKey: 'key', integrations: [eu] })
  expect((await connector.integrations()).map(({ id }) => id)).toEqual([integrationIdOf(eu)])
})
