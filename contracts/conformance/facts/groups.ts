import { type Fact, fact } from '../fact.ts'
import { type SampledType, sampleOf } from '../samples.ts'
import type { Json, Site } from '../site.ts'
import { short } from '../witness.ts'

const places: readonly (readonly [SampledType, string])[] = [
  ['companies', 'addresscountry'],
  ['companies', 'addressstate'],
  ['people', 'addresscountry'],
  ['people', 'addressstate'],
]

/** What groups of fields look like: C1, C12, D7. */
export const groupFacts: readonly Fact[] = [
  ...places.map(([type, child]) =>
    fact(
      `values.${type}.${child}`,
      ['client', 'C1, C12'],
      `${child} of ${type} is a place: id, abbrev and value, no formattedvalue`,
      async (site, see) => {
        const entries = await entriesOf(site, type, 'addresses')
        const found = entries.map((entry) => entry[child]).filter(Boolean)
        see.each(found, `no ${child} is shown`, (place) => {
          see.has(place, ['abbrev', 'id', 'value'], child)
          // Every capture lacks it, where items of lists have it.
          see.that(!('formattedvalue' in place), `formattedvalue is ${short(place.formattedvalue)}`)
          see.fits(place.id, /^[DC]\d+$/, `${child}.id`)
        })
      },
    ),
  ),
  fact('values.places.us', ['client', 'C1, C12'], 'The country D41001 is US', async (site, see) => {
    const countries = (await placesOf(site)).map(({ addresscountry }) => addresscountry)
    const us = countries.filter((country) => country?.id === 'D41001')
    see.each(us, 'no address in D41001 is shown', ({ abbrev }) => see.equal(abbrev, 'US', 'abbrev'))
  }),
  fact(
    'values.places.nested',
    ['client', 'C1, C6, C12'],
    'The id of a state begins with that of its country',
    async (site, see) => {
      const whole = (await placesOf(site)).filter(({ addresscountry, addressstate }) => addresscountry && addressstate)
      see.each(whole, 'no address with country and state is shown', ({ addresscountry, addressstate }) => {
        // What a customer adds has a number of its own.
        const isOwn = String(addressstate.id).startsWith('C')
        const isNested = String(addressstate.id).startsWith(addresscountry.id)
        see.that(isOwn || isNested, `${addressstate.id} is in ${addresscountry.id}`)
      })
    },
  ),
  ...(['phones', 'addresses'] as const).flatMap((group): Fact[] => [
    fact(
      `values.people.${group}.entry`,
      ['client', 'C1, C12, D7'],
      `Each group of ${group} has its entry as a number`,
      async (site, see) => {
        see.each(await entriesOf(site, 'people', group), `no ${group} are shown`, ({ entry }) =>
          see.that(Number.isInteger(entry), `entry is ${short(entry)}`),
        )
      },
    ),
    fact(
      `values.people.${group}.primary`,
      ['client', 'C1, C12'],
      `At most one of a person's ${group} is primary, the others lack the key`,
      async (site, see) => {
        const people = (await sampleOf(site, 'people')).filter(({ body }) => body[group])
        see.each(people, `no ${group} are shown`, ({ body }) => {
          const marks = body[group].filter((one: Json) => 'primary' in one).map((one: Json) => one.primary)
          see.that(marks.length <= 1 && marks.every((mark: unknown) => mark === true), `primary is ${short(marks)}`)
        })
      },
    ),
  ]),
  fact(
    'values.people.phones.keys',
    ['client', 'C12, C13'],
    'A phone has a number as text and a type from a list',
    async (site, see) => {
      const phones = (await entriesOf(site, 'people', 'phones')).filter(({ phonenumber }) => phonenumber !== undefined)
      see.each(phones, 'no phones are shown', ({ phonenumber, phonetype }) => {
        see.that(typeof phonenumber === 'string', `phonenumber is ${short(phonenumber)}`)
        if (phonetype) see.fits(phonetype.id, /^[DC]\d+$/, 'phonetype.id')
      })
    },
  ),
  fact(
    'values.people.resume',
    ['client', 'C2'],
    'A file is an object with the address of its bytes',
    async (site, see) => {
      const people = (await sampleOf(site, 'people')).filter(({ body }) => body.resume)
      see.each(people, 'nobody in the sample has a résumé', ({ id, body }) =>
        see.equal(site.pathOf(body.resume.file), `/people/${id}/fields/resume/binary`, 'resume.file'),
      )
    },
  ),
]

async function placesOf(site: Site): Promise<Json[]> {
  return [...(await entriesOf(site, 'companies', 'addresses')), ...(await entriesOf(site, 'people', 'addresses'))]
}

async function entriesOf(site: Site, type: SampledType, group: string): Promise<Json[]> {
  return (await sampleOf(site, type)).flatMap(({ body }) => body[group] ?? [])
}
