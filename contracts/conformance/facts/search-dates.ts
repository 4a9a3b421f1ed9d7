import { type Fact, fact } from '../fact.ts'
import { prefixes, type Sampled, type SampledType, sampleOf, windowOf } from '../samples.ts'
import type { Filter, Site } from '../site.ts'
import { NotTestableError, needed, short } from '../witness.ts'
import { timeOf } from './search-operators.ts'

const page = ['doc', 'SRCH'] as const

/** One way to name dates: the filter, and whether a time fits it. */
type DateRule = {
  id: string
  title: string
  evidence: Parameters<typeof fact>[1]
  filter(date: string, later: string): Omit<Filter, 'name'>
  fits(time: number, date: number, later: number): boolean
}

const dayOf = (date: string): string => date.slice(0, 10)
const day = 86_400_000
const midnight = (time: number): number => time - (time % 86_400_000)

const rules: readonly DateRule[] = [
  {
    id: 'from',
    title: 'A lone value with = means from then on',
    evidence: page,
    filter: (date) => ({ value: [date], operator: '=' }),
    fits: (time, date) => time >= date,
  },
  {
    id: 'until',
    title: 'A lone secondaryValue means until then',
    evidence: page,
    filter: (_, later) => ({ value: [], secondaryValue: [later], operator: '=' }),
    fits: (time, _, later) => time <= later,
  },
  {
    id: 'range',
    title: 'value and secondaryValue are the bounds of a range',
    evidence: page,
    filter: (date, later) => ({ value: [date], secondaryValue: [later], operator: '=' }),
    fits: (time, date, later) => time >= date && time <= later,
  },
  {
    id: 'default-operator',
    title: 'A range needs no operator',
    evidence: ['client', 'C11'],
    filter: (date, later) => ({ value: [date], secondaryValue: [later] }),
    fits: (time, date, later) => time >= date && time <= later,
  },
  {
    id: 'one-digit-hour',
    title: 'The hour may have one digit',
    evidence: ['client', 'M1'],
    filter: (date) => ({ value: [date.replace(' 0', ' ')], operator: '>=' }),
    fits: (time, date) => time >= date,
  },
  {
    id: 'midnight',
    title: 'A day without a time is its midnight UTC',
    evidence: page,
    filter: (_, later) => ({ value: [dayOf(later)], operator: '>=' }),
    fits: (time, _, later) => time >= midnight(later),
  },
]

const unreadable: readonly (readonly [string, string])[] = [
  ['slashes', '06/10/2013'],
  ['iso', '2013-06-10T12:00:00Z'],
  ['words', 'last week'],
]

const types: readonly SampledType[] = ['people', 'applicantworkflows']

/** How dates are written and compared in a search: SRCH, FTYP. */
export const searchDateFacts: readonly Fact[] = [
  ...types.flatMap((type) =>
    rules.map(({ id, title, evidence, filter, fits }) =>
      fact(`search.${type}.date.${id}`, evidence, `${title} (${prefixes[type]}.updateddate)`, async (site, see) => {
        const sample = (await sampleOf(site, type)).filter(({ body }) => body.updateddate)
        for (const [date, later] of bounds(sample)) {
          const matches = (one: Sampled): boolean => fits(timeOf(one.body.updateddate), timeOf(date), timeOf(later))
          const expected = sample.filter(matches).map((one) => one.id)
          if (expected.length === 0 || expected.length === sample.length) continue
          const asked = filter(date, later)
          // An hour of two digits would not show the rule.
          if (id === 'one-digit-hour' && asked.value?.[0] === date) continue
          const found = await findIn(site, type, sample, asked)
          see.equal(found, expected, `what updateddate ${short(asked)} finds`)
          return
        }
        throw new NotTestableError(`no dates of the sample of ${type} tell them apart`)
      }),
    ),
  ),
  fact(
    'search.date.tokens',
    ['infer', 'FORUM1, FORUM2'],
    '{DATE:START}{DATE:-9} is nine days ago',
    async (site, see) => {
      const sample = (await sampleOf(site, 'applicantworkflows')).filter(({ body }) => body.updateddate)
      const found = await findIn(site, 'applicantworkflows', sample, {
        value: ['{DATE:START}{DATE:-9}'],
        operator: '>=',
      })
      const today = Date.parse(needed((await site.get('')).headers.get('date'), 'the answer says no Date'))
      const ago = (one: Sampled): number => (today - timeOf(one.body.updateddate)) / day
      // Where days begin, and in which zone, is not said.
      const [old, young] = [sample.filter((one) => ago(one) > 12), sample.filter((one) => ago(one) < 7)]
      if (old.length === 0) throw new NotTestableError('no workflow of the sample is older than that')
      see.equal(
        old.filter(({ id }) => found.includes(id)).map(({ id }) => id),
        [],
        'what is found and older',
      )
      see.equal(
        young.filter(({ id }) => !found.includes(id)).map(({ id }) => id),
        [],
        'what is later and not found',
      )
    },
  ),
  fact(
    'search.date.token-end',
    ['infer', 'FORUM2'],
    'An upper bound of {DATE:END} alone lets everything through',
    async (site, see) => {
      const sample = await sampleOf(site, 'people')
      if (sample.length < 2) throw new NotTestableError('there are too few people')
      const found = await findIn(site, 'people', sample, { value: [], secondaryValue: ['{DATE:END}'], operator: '=' })
      see.equal(
        found,
        sample.map(({ id }) => id),
        'what is found',
      )
    },
  ),
  ...unreadable.flatMap(([id, text]): Fact[] => [
    fact(`search.date.ignored.${id}`, page, `A date written as ${text} is ignored, not refused`, async (site, see) => {
      const sample = await sampleOf(site, 'people')
      if (sample.length < 2) throw new NotTestableError('there are too few people')
      const found = await findIn(site, 'people', sample, { value: [text], operator: '<=' })
      see.equal(
        found,
        sample.map((one) => one.id),
        'what is found',
      )
    }),
  ]),
]

/** Pairs of dates of the sample, the earlier first. */
function bounds(sample: readonly Sampled[]): [string, string][] {
  const dates = [...new Set(sample.map(({ body }) => body.updateddate as string))]
  dates.sort((a, b) => timeOf(a) - timeOf(b))
  return dates.flatMap((date, i) => dates.slice(i + 1).map((later): [string, string] => [date, later]))
}

async function findIn(
  site: Site,
  type: SampledType,
  sample: readonly Sampled[],
  asked: Omit<Filter, 'name'>,
): Promise<number[]> {
  const ids = await site.ids(type, {
    filters: [{ name: `${prefixes[type]}.updateddate`, ...asked }, ...windowOf(type, sample)],
  })
  return ids
}
