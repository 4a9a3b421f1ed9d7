import { type Fact, fact } from '../fact.ts'
import { oneOf, type SampledType, sampleOf } from '../samples.ts'
import type { Json, Site } from '../site.ts'
import { short, type Witness } from '../witness.ts'

/** Fields of a type that hold one kind of value, each with the source that shows it. */
const nodes: readonly (readonly [SampledType, string, string])[] = [
  ['people', 'folder', 'C4, C12'],
  ['jobs', 'folder', 'C1, C3'],
  ['companies', 'folder', 'C1'],
  ['applicantworkflows', 'status', 'C1, FORUM1'],
  ['jobs', 'positioncategory', 'C1, D11'],
]
const references: readonly (readonly [SampledType, string, string, string])[] = [
  ['jobs', 'hiringmanager', 'people', 'C1, C3'],
  ['jobs', 'recruiter', 'people', 'C1, C3'],
  ['applicantworkflows', 'baseprofile', 'jobs', 'C1, FORUM1'],
  ['applicantworkflows', 'associatedprofile', 'people', 'C1, FORUM1'],
]
const texts: readonly (readonly [SampledType, string, string])[] = [
  ['people', 'firstname', 'C2, C12'],
  ['people', 'lastname', 'C2, C12'],
  ['people', 'email', 'C12'],
  ['jobs', 'jobtitle', 'C1, C3'],
  ['jobs', 'overview', 'D6'],
  ['companies', 'name', 'C1'],
  ['applicantworkflows', 'source', 'C1, D25'],
  ['applicantworkflows', 'sourcename', 'C1'],
]
/** `2015-09-30 02:07 PM` (D6). */
const dateTime = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) (0[1-9]|1[0-2]):[0-5]\d (AM|PM)$/
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const dates: readonly (readonly [SampledType, string, RegExp])[] = [
  ['people', 'updateddate', dateTime],
  ['jobs', 'updateddate', dateTime],
  ['companies', 'updateddate', dateTime],
  ['applicantworkflows', 'updateddate', dateTime],
  ['people', 'createddate', dateTime],
  ['jobs', 'duedate', day],
  ['people', 'startdate', day],
]

/** What values look like: D6, C1, C3, C12. */
export const valueFacts: readonly Fact[] = [
  ...nodes.flatMap(([type, field, source]): Fact[] => [
    fact(
      `values.${type}.${field}.node`,
      ['client', source],
      `${field} of ${type} is an item of a list: id, formattedvalue, value`,
      async (site, see) => {
        await eachValue(site, see, type, field, (node) => {
          for (const key of ['id', 'formattedvalue', 'value'])
            see.that(typeof node[key] === 'string' && node[key] !== '', `${key} of ${field} is ${short(node[key])}`)
        })
      },
    ),
    fact(
      `values.${type}.${field}.node-id`,
      ['client', 'C1, C4, C6'],
      `The id of ${field} of ${type} is D or C and digits`,
      async (site, see) => {
        await eachValue(site, see, type, field, ({ id }) => see.fits(id, /^[DC]\d+$/, `${field}.id`))
      },
    ),
  ]),
  ...references.flatMap(([type, field, target, source]): Fact[] => [
    fact(
      `values.${type}.${field}.reference`,
      ['client', source],
      `${field} of ${type} is a reference: profile, id as a number, value`,
      async (site, see) => {
        await eachValue(site, see, type, field, (reference) => {
          see.has(reference, ['id', 'profile', 'value'], field)
          see.that(Number.isInteger(reference.id), `${field}.id is ${short(reference.id)}`)
          see.equal(site.pathOf(reference.profile), `/${target}/${reference.id}`, `${field}.profile`)
          see.that(typeof reference.value === 'string', `${field}.value is ${short(reference.value)}`)
        })
      },
    ),
    fact(
      `values.${type}.${field}.follow`,
      ['client', source],
      `The profile that ${field} of ${type} names is there`,
      async (site, see) => {
        const { body } = await oneOf(site, type, (one) => one[field], `no ${field} is shown`)
        see.equal((await site.get(site.pathOf(body[field].profile))).status, 200, 'the status')
      },
    ),
  ]),
  ...texts.map(([type, field, source]) =>
    fact(
      `values.${type}.${field}.text`,
      [source.startsWith('D') ? 'doc' : 'client', source],
      `${field} of ${type} is text`,
      async (site, see) => {
        await eachValue(site, see, type, field, (text) =>
          see.that(typeof text === 'string' && text !== '', `${field} is ${short(text)}`),
        )
      },
    ),
  ),
  ...dates.map(([type, field, pattern]) =>
    fact(
      `values.${type}.${field}.date`,
      ['doc', 'D6'],
      `${field} of ${type} is written ${pattern === day ? 'yyyy-MM-dd' : 'yyyy-MM-dd hh:mm a'}`,
      async (site, see) => {
        await eachValue(site, see, type, field, (text) => see.fits(text, pattern, field))
      },
    ),
  ),
  fact('values.jobs.jobid', ['client', 'C1, C3, C6'], 'jobid is a text of year and system id', async (site, see) => {
    const jobs = (await sampleOf(site, 'jobs')).filter(({ body }) => body.jobid)
    see.each(jobs, 'no jobid is shown', ({ id, body }) => see.fits(body.jobid, new RegExp(`^\\d{4}-${id}$`), 'jobid'))
  }),
  fact(
    'values.jobs.assessmenttype',
    ['client', 'C1, C6'],
    'assessmenttype is a list of items: id, formattedvalue, value',
    async (site, see) => {
      await eachValue(site, see, 'jobs', 'assessmenttype', (packages) => {
        see.that(Array.isArray(packages), `it is ${short(packages)}`)
        for (const item of packages) see.has(item, ['id', 'formattedvalue', 'value'], 'a package')
      })
    },
  ),
  fact('values.jobs.numberofpositions', ['client', 'C1'], 'numberofpositions is a number', async (site, see) => {
    await eachValue(site, see, 'jobs', 'numberofpositions', (number) =>
      see.that(Number.isInteger(number), `it is ${short(number)}`),
    )
  }),
  fact(
    'values.jobs.salary',
    ['doc', 'D21, D11'],
    'A salary has an amount as a number and a currency of three letters',
    async (site, see) => {
      await eachValue(site, see, 'jobs', 'minimumsalary', ({ amount, currency }) => {
        see.that(typeof amount === 'number', `amount is ${short(amount)}`)
        see.fits(currency, /^[A-Z]{3}$/, 'currency')
      })
    },
  ),
  fact(
    'values.jobs.salary-timeframe',
    ['infer', 'D21'],
    'A salary has a timeframe from Hourly to Yearly',
    async (site, see) => {
      await eachValue(site, see, 'jobs', 'minimumsalary', ({ timeframe }) =>
        see.fits(timeframe, /^(Hourly|Daily|Weekly|Monthly|Yearly)$/, 'timeframe'),
      )
    },
  ),
  fact(
    'values.jobs.joblocation',
    ['client', 'C1, C3, C8'],
    'joblocation is an address of a company: companyid, address, id, value',
    async (site, see) => {
      await eachValue(site, see, 'jobs', 'joblocation', (location) => {
        see.has(location, ['address', 'companyid', 'id', 'value'], 'joblocation')
        const path = `/companies/${location.companyid}/fields/addresses/${location.id}`
        see.equal(site.pathOf(location.address), path, 'address')
        see.that(Number.isInteger(location.id) && Number.isInteger(location.companyid), `ids are ${short(location)}`)
      })
    },
  ),
  fact(
    'values.jobs.joblocation-follow',
    ['client', 'C2, C8'],
    'The address of a joblocation answers the group itself',
    async (site, see) => {
      const { body } = await oneOf(site, 'jobs', (one) => one.joblocation, 'no joblocation is shown')
      const { status, body: group } = await site.get(site.pathOf(body.joblocation.address))
      see.equal(status, 200, 'the status')
      see.that(
        Object.keys(group).some((key) => /^address(city|country|street1|zip)$/.test(key)),
        `it is ${short(group)}`,
      )
    },
  ),
]

/** Looks at a field wherever the sample has it. */
async function eachValue(
  site: Site,
  see: Witness,
  type: SampledType,
  field: string,
  look: (value: Json) => void,
): Promise<void> {
  const values = (await sampleOf(site, type)).map(({ body }) => body[field]).filter((value) => value !== undefined)
  see.each(values, `no ${field} is shown in the sample of ${type}`, look)
}
