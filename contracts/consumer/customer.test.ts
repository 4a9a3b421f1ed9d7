import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { FatalError } from '../../connector/icims/errors.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { string } = Matchers

test('the customer, which tells whether the credentials are taken', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a request for the customer')
    .withRequest('GET', customerPath(''), (request) => request.headers({ authorization: basicHeader }))
    .willRespondWith(200, (response) =>
      response.jsonBody({
        name: string('Northwind Health'),
        platformUrl: string('northwind.icims.com'),
        customerType: string('test'),
      }),
    )
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).getCustomer()).toEqual({
        name: 'Northwind Health',
        platformUrl: 'northwind.icims.com',
        customerType: 'test',
      })
    })
})

test('the customer, asked for with a wrong password', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a request for the customer with a wrong password')
    .withRequest('GET', customerPath(''), (request) =>
      request.headers({ authorization: `Basic ${Buffer.from('connector:wrong').toString('base64')}` }),
    )
    .willRespondWith(401)
    .executeTest(async (mock) => {
      const auth = { type: 'basic', username: 'connector', password: 'wrong' } as const
      const refused = clientOf(mock.url, { auth }).getCustomer()
      await expect(refused).rejects.toMatchObject({ name: FatalError.name, isAuthentication: true })
    })
})
