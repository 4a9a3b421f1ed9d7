import { type Fact, fact } from '../fact.ts'
import { oneOf } from '../samples.ts'
import type { Json, Site } from '../site.ts'
import { NotTestableError, needed, short } from '../witness.ts'

const client = ['client', 'C4'] as const
/** Keys of a row that one client reads, with their types (C4). */
const keys: readonly (readonly [string, (value: unknown) => boolean])[] = [
  ['TOffer_FOfferID', (value) => typeof value === 'string'],
  ['TOffer_FSubmittalID', (value) => Number.isInteger(value)],
  ['TOffer_TSubmittal_TPerson_FPersonID', (value) => typeof value === 'string'],
  ['TOffer_FArchived', (value) => typeof value === 'boolean'],
  ['TOffer_FCreatedDate', (value) => typeof value === 'string'],
  ['TOffer_FCreatedDate_DateOffset', (value) => Number.isInteger(value)],
  ['TOffer_FUpdatedDate', (value) => typeof value === 'string'],
  ['TOffer_TSubmittal_FTitlePerson', (value) => typeof value === 'string'],
  ['TOffer_TSubmittal_FTitleJob', (value) => typeof value === 'string'],
  ['TOffer_FJobPersonTitle', (value) => typeof value === 'string'],
  ['TOffer_TOfferStatus_FStatus', (value) => value === undefined || typeof value === 'string'],
]

/** Offers as one client reads them, and links into the platform: C4, DLNK. */
export const offerFacts: readonly Fact[] = [
  fact('offers.total', client, 'A search of offers answers rows and how many there are in all', async (site, see) => {
    const { results, total } = await offers(site)
    see.that(Number.isInteger(total) && total >= results.length, `${short(total)} for ${results.length} rows`)
  }),
  ...keys.map(([key, isFit]) =>
    fact(`offers.${key}`, client, `An offer has ${key}`, async (site, see) => {
      see.each((await offers(site)).results, 'there are no offers', (row: Json) =>
        see.that(isFit(row[key]), `it is ${short(row[key])}`),
      )
    }),
  ),
  fact('offers.letter', client, 'The letter of an offer is a PDF', async (site, see) => {
    const [row] = (await offers(site)).results
    const offerId = needed(row, 'there are no offers').TOffer_FOfferID
    const { status, text } = await site.get('/offer/document', { offerId, signed: 'True' })
    if (status !== 200) throw new NotTestableError('the letter of the first offer has to be made first')
    see.that(text.startsWith('%PDF'), `it starts ${short(text.slice(0, 20))}`)
  }),
  fact('offers.workflow', client, 'An offer names the workflow it was made for', async (site, see) => {
    const [row] = (await offers(site)).results
    const { status } = await site.get(`/applicantworkflows/${needed(row, 'there are no offers').TOffer_FSubmittalID}`)
    see.equal(status, 200, 'the status')
  }),
  ...(['people', 'jobs'] as const).map((type) =>
    fact(
      `links.${type}`,
      ['doc', 'DLNK'],
      `A direct link leads to one of ${type} in the platform`,
      async (site, see) => {
        const { id } = await oneOf(site, type)
        const { status, headers } = await site.get(`/linkTo/${type}/${id}`)
        if (status === 403) throw new NotTestableError('direct links are not enabled')
        const leads = (status >= 300 && status < 400) || /html/.test(headers.get('content-type') ?? '')
        see.that(leads, `it is answered ${status} ${headers.get('content-type')}`)
      },
    ),
  ),
]

async function offers(site: Site): Promise<Json> {
  const sort = { field: 'TOffer_FOfferID', direction: 'asc' }
  const answer = await site.once('offers', () =>
    site.ask({ method: 'POST', path: '/offer/search', body: { page: 0, pageSize: 50, sort } }),
  )
  if (answer.status === 403 || answer.status === 404)
    throw new NotTestableError('this API user has no access to offers')
  return answer.body.results
}
