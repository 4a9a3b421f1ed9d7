import { type Fact, fact } from '../fact.ts'
import { needed } from '../witness.ts'

const page = ['doc', 'D10'] as const

/** Keys of the answer about a customer, with the form of each (D10). */
const keys: readonly (readonly [string, (value: unknown) => boolean])[] = [
  ['id', (value) => Number.isInteger(value)],
  ['platformUrl', (value) => typeof value === 'string' && /^[\w.-]+$/.test(value)],
  ['customerType', isText],
  ['name', isText],
  ['buildVersion', isText],
]

/** Names of the links of a customer's `Link` header (D10). */
const rels = ['profiles', 'forms']

/** The customer itself: D10. */
export const customerFacts: readonly Fact[] = [
  ...keys.map(([key, isFit]) =>
    fact(`customer.${key.toLowerCase()}`, page, `The customer answers ${key}`, async (site, see) => {
      const { body } = await site.get('')
      see.that(isFit(body[key]), `${key} is ${JSON.stringify(body[key])}`)
    }),
  ),
  fact('customer.own-id', page, 'The id of the customer is the one in the address', async (site, see) => {
    const { body } = await site.get('')
    see.equal(String(body.id), site.options.customerId, 'id')
  }),
  fact('customer.type-header', page, 'X-Customer-Type repeats the type of the customer', async (site, see) => {
    const { body, headers } = await site.get('')
    see.equal(headers.get('x-customer-type'), body.customerType, 'X-Customer-Type')
  }),
  ...rels.map((rel) =>
    fact(`customer.link-${rel}`, page, `The Link header names addresses of rel ${rel}`, async (site, see) => {
      const { headers } = await site.get('')
      see.fits(headers.get('link'), new RegExp(`rel="${rel}"`), 'Link')
    }),
  ),
  fact(
    'customer.link-form',
    page,
    'The addresses of the Link header stand without angle brackets',
    async (site, see) => {
      const { headers } = await site.get('')
      const link = needed(headers.get('link'), 'there is no Link header')
      see.that(!/[<>]/.test(link), `Link is ${link.slice(0, 100)}`)
    },
  ),
  ...(['POST', 'PATCH', 'DELETE'] as const).map((method) =>
    fact(
      `customer.no-${method.toLowerCase()}`,
      page,
      `${method} of the customer is not supported`,
      async (site, see) => {
        const body = method === 'DELETE' ? {} : { body: {} }
        const { status } = await site.ask({ method, path: '', ...body })
        see.that(status >= 400, `${method} is answered ${status}`)
      },
      { needs: 'admin' },
    ),
  ),
]

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
