import { type Fact, fact } from '../fact.ts'
import { short } from '../witness.ts'

/** Profiles nobody has, by the word in the URL, with what iCIMS calls one. */
const absent: readonly (readonly [string, string])[] = [
  ['people', 'Person'],
  ['jobs', 'Job'],
  ['companies', ''],
  ['applicantworkflows', ''],
]

/** What is not there: D13. */
export const missingFacts: readonly Fact[] = [
  ...absent.flatMap(([type, label]): Fact[] => {
    const path = `/${type}/999999999`
    return [
      fact(
        `missing.${type}.status`,
        ['doc', 'D13'],
        `One of ${type} that is not there is answered 404`,
        async (site, see) => {
          see.equal((await site.get(path)).status, 404, 'the status')
        },
      ),
      fact(
        `missing.${type}.code`,
        ['doc', 'D13'],
        `One of ${type} that is not there has error code 2, a number`,
        async (site, see) => {
          see.equal((await site.get(path)).body?.errors?.[0]?.errorCode, 2, 'errorCode')
        },
      ),
      fact(
        `missing.${type}.header`,
        ['doc', 'D13'],
        `X-Error repeats code and message where one of ${type} is not there`,
        async (site, see) => {
          const { headers, body } = await site.get(path)
          see.equal(headers.get('x-error'), `2:${body.errors[0].errorMessage}`, 'X-Error')
        },
      ),
      ...(label === ''
        ? []
        : [
            fact(
              `missing.${type}.message`,
              [label === 'Job' ? 'doc' : 'infer', 'D13'],
              `The message is "${label} not found."`,
              async (site, see) => {
                see.equal((await site.get(path)).body?.errors?.[0]?.errorMessage, `${label} not found.`, 'errorMessage')
              },
            ),
          ]),
    ]
  }),
  fact(
    'errors.shape',
    ['doc', 'D13'],
    'An error is a list, each item with an errorMessage and an errorCode',
    async (site, see) => {
      const { body } = await site.get('/jobs/999999999')
      see.that(Array.isArray(body?.errors) && body.errors.length > 0, `errors is ${short(body?.errors)}`)
      for (const one of body.errors) see.has(one, ['errorCode', 'errorMessage'], 'an error')
    },
  ),
  fact('errors.not-on-success', ['client', 'C3, C5, C10'], 'A success has no key errors', async (site, see) => {
    const { status, body } = await site.get('')
    see.equal(status, 200, 'the status')
    see.that(!('errors' in body), `errors is ${short(body.errors)}`)
  }),
  fact('missing.word', ['infer', 'D13'], 'An id that is no number is not found', async (site, see) => {
    see.equal((await site.get('/people/nobody')).status, 404, 'the status')
  }),
  fact('missing.customer', ['infer', 'D13'], 'Another customer is not found', async (site, see) => {
    const { baseUrl, customerId } = site.options
    const other = `${baseUrl}/customers/${Number(customerId) + 87_654_321}`
    see.equal((await site.ask({ method: 'GET', path: other })).status, 404, 'the status')
  }),
  fact('missing.field', ['infer', 'D7'], 'A field that people do not have is not found', async (site, see) => {
    see.equal((await site.get('/people/999999999/fields/nosuchfield')).status, 404, 'the status')
  }),
]
