import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { importProfile } from '../../simulator/profiles/import.ts'
import { mergePeople } from '../../simulator/profiles/merge.ts'
import { markForPurge, runPurge } from '../../simulator/profiles/purge.ts'
import { defaultCoordinates } from '../../simulator/tenant/coordinates.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

/** Two people on one job, under review. */
async function office(): Promise<Simulator> {
  const simulator = await createTenant({ people: 0 })
  const { tenant } = simulator
  importProfile(tenant, 'company', 1, { name: 'Madison', addresses: [{ addresscity: 'Madison', entry: 1 }] }, {})
  const minimumsalary = { currency: 'USD', amount: 34, timeframe: 'Hourly' }
  const job = { jobtitle: 'Nurse', joblocation: { id: 1, companyid: 1 }, minimumsalary }
  importProfile(tenant, 'job', 11, job, {})
  for (const [id, firstname] of [
    [1, 'Ann'],
    [2, 'Zoë'],
  ] as const) {
    importProfile(tenant, 'person', id, { firstname, lastname: 'Lee', email: `p${id}@example.com` }, {})
    const body = { baseprofile: 11, associatedprofile: id, status: { id: 'D10110' } }
    importProfile(tenant, 'applicantworkflow', 100 + id, body, {})
  }
  return simulator
}

const extended = 'C36950'
const accepted = 'C36951'
const hired = 'C2040'
const withdrew = 'D10108'
const rejected = 'C14661'

const move = (simulator: Simulator, id: number, status: string) =>
  callIcims(simulator, 'PATCH', `/applicantworkflows/${id}`, { status: { id: status } })

type Row = Record<string, unknown>

async function list(simulator: Simulator, search: object = {}): Promise<{ results: Row[]; total: number }> {
  return (await bodyOf(callIcims(simulator, 'POST', '/offer/search', search))).results
}

test('a workflow that enters the offer stage gets an offer, with the keys and types a client reads', async () => {
  await using simulator = await office()
  expect(await list(simulator)).toEqual({ results: [], total: 0 })
  await move(simulator, 102, extended)
  simulator.tenant.clock.advance(3_600_000)
  await move(simulator, 102, accepted)
  expect(await list(simulator)).toEqual({
    results: [
      {
        TOffer_FOfferID: '3001',
        TOffer_FSubmittalID: 102,
        TOffer_TSubmittal_TPerson_FPersonID: '2',
        TOffer_TSubmittal_FTitlePerson: 'Zoë Lee',
        TOffer_TSubmittal_FTitlePerson_LinkUrl: 'https://api.icims.com/customers/1234/linkTo/people/2',
        TOffer_TSubmittal_FTitleJob: 'Nurse',
        TOffer_TSubmittal_FTitleJob_LinkUrl: 'https://api.icims.com/customers/1234/linkTo/jobs/11',
        TOffer_FJobPersonTitle: 'Nurse - Zoë Lee',
        TOffer_FPermission: 'Edit',
        TOffer_FCreatedDate: '2026-01-15T15:00:00.000Z',
        TOffer_FCreatedDate_DateOffset: 0,
        TOffer_FUpdatedDate: '2026-01-15T16:00:00.000Z',
        TOffer_FUpdatedDate_DateOffset: 0,
        TOffer_FArchived: false,
        TOffer_FRecent: 'Yes',
        TOffer_FDeliveryType: 'Email',
        TOffer_FDeliveryTypeValue: 1,
        TOffer_FSentDate: '2026-01-15T15:00:00.000Z',
        TOffer_FSentDate_DateOffset: 0,
        TOffer_TOfferStatus_FStatus: 'Offer accepted',
        TOffer_TOfferStatus_FStatusValue: 3,
        TOffer_TOfferStatus_FCreatedDate: '2026-01-15T16:00:00.000Z',
        TOffer_TOfferStatus_FCreatedDate_DateOffset: 0,
      },
    ],
    total: 1,
  })
})

test.each<[string, string[], string[]]>([
  ['one that is hired has accepted', [extended, hired], ['Offer accepted']],
  ['one that withdrew has declined', [extended, withdrew], ['Offer declined']],
  ['one that was rejected has lost it', [extended, rejected], ['Offer rescinded']],
  ['what was accepted stays so', [accepted, rejected], ['Offer accepted']],
  ['whoever never reached the stage has none', [hired], []],
])('%s', async (_, statuses, expected) => {
  await using simulator = await office()
  for (const status of statuses) await move(simulator, 101, status)
  expect((await list(simulator)).results.map((row) => row.TOffer_TOfferStatus_FStatus)).toEqual(expected)
})

test('a workflow that is imported brings the offer its moves led to, in the place of one it had', async () => {
  await using simulator = await office()
  const { tenant } = simulator
  const moves = (statuses: string[]) =>
    statuses.map((status, i) => ({ status, updateddate: i * 60_000, updatedby: null })).toReversed()
  const body = { baseprofile: 11, associatedprofile: 1 }
  const load = (statuses: string[]) =>
    importProfile(
      tenant,
      'applicantworkflow',
      101,
      { ...body, status: { id: statuses.at(-1) } },
      { submittalstatuslog: moves(statuses) },
    )
  load([extended, accepted])
  expect((await list(simulator)).results).toMatchObject([
    { TOffer_TOfferStatus_FStatus: 'Offer accepted', TOffer_FCreatedDate: '1970-01-01T00:00:00.000Z' },
  ])
  load([extended])
  expect((await list(simulator)).results).toMatchObject([{ TOffer_TOfferStatus_FStatus: 'Offer sent' }])
  load([rejected])
  expect((await list(simulator)).total).toBe(0)
})

test('offers are paged and sorted, and the total is that of all', async () => {
  await using simulator = await office()
  await move(simulator, 102, accepted)
  await move(simulator, 101, extended)
  const ids = async (search: object) => (await list(simulator, search)).results.map((row) => row.TOffer_FOfferID)
  const sort = { field: 'TOffer_FOfferID', direction: 'asc' }
  expect(await ids({ page: 0, pageSize: 3000, sort })).toEqual(['3001', '3002'])
  expect(await ids({ sort: { ...sort, direction: 'desc' } })).toEqual(['3002', '3001'])
  expect(await ids({ sort: { field: 'TOffer_TSubmittal_FTitlePerson' } })).toEqual(['3002', '3001'])
  expect(await list(simulator, { page: 1, pageSize: 1, sort })).toMatchObject({
    results: [{ TOffer_FOfferID: '3002' }],
    total: 2,
  })
  expect(await ids({ page: 9, pageSize: 1, sort })).toEqual([])
  const { store } = simulator.tenant
  store.put('offer', 20_000, store.get('offer', 3001)!)
  expect(await ids({ sort })).toEqual(['3001', '3002', '20000'])
})

test.each<[string, unknown]>([
  ['page', { page: -1 }],
  ['pageSize', { pageSize: 0 }],
  ['pageSize', { pageSize: 10_001 }],
  ['sort', { sort: 'TOffer_FOfferID' }],
  ['field', { sort: { field: 'constructor' } }],
  ['direction', { sort: { direction: 'up' } }],
])('a search with a %s that does not fit is refused', async (field, search) => {
  await using simulator = await office()
  const answer = await callIcims(simulator, 'POST', '/offer/search', search)
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { errors: [{ errorMessage: expect.stringMatching(new RegExp(`^${field}: `)), errorCode: 5 }] },
  ])
})

test('a search that is no object is refused', async () => {
  await using simulator = await office()
  expect((await callIcims(simulator, 'POST', '/offer/search', [])).status).toBe(400)
})

const letter = (simulator: Simulator, query: string) => callIcims(simulator, 'GET', `/offer/document?${query}`)

test('the letter of an offer is a PDF with its terms, the same bytes each time', async () => {
  await using simulator = await office()
  await move(simulator, 102, extended)
  const open = await letter(simulator, 'offerId=3001')
  expect([open.status, open.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const bytes = await open.arrayBuffer()
  const { text } = await extractText(new Uint8Array(bytes.slice(0)), { mergePages: true })
  for (const part of ['Offer of Employment: Nurse', 'Zoë Lee', 'Madison', '34 USD Hourly', 'Signature:']) {
    expect(text).toContain(part)
  }
  const again = await (await letter(simulator, 'offerId=3001')).arrayBuffer()
  expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true)
})

test('there is a signed letter once the offer was accepted', async () => {
  await using simulator = await office()
  await move(simulator, 102, extended)
  expect((await letter(simulator, 'offerId=3001&signed=True')).status).toBe(404)
  await move(simulator, 102, accepted)
  const signed = await letter(simulator, 'offerId=3001&signed=True')
  const { text } = await extractText(new Uint8Array(await signed.arrayBuffer()), { mergePages: true })
  expect(text).toContain('Accepted by Zoë Lee on 2026-01-15.')
})

test('a letter that is missing is made anew with a POST', async () => {
  await using simulator = await createTenant()
  const { store } = simulator.tenant
  const [lost] = [...store.each('offer')].filter(({ data }) => data.hasLetter === false)
  const query = `offerId=${lost!.id}&signed=True`
  const missing = await letter(simulator, query)
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { errors: [{ errorMessage: 'Document not found.', errorCode: 2 }] },
  ])
  const made = await callIcims(simulator, 'POST', `/offer/document?${query}&force=True`, { ping: 'pong' })
  expect([made.status, made.headers.get('location')]).toEqual([
    204,
    `https://api.icims.com/customers/1234/offer/document?offerId=${lost!.id}`,
  ])
  expect((await letter(simulator, query)).status).toBe(200)
  const { changes } = store
  await callIcims(simulator, 'POST', `/offer/document?${query}&force=True`, { ping: 'pong' })
  expect(store.changes).toBe(changes)
})

test('a letter of no offer, and of one that is not there, are refused', async () => {
  await using simulator = await office()
  const { changes } = simulator.tenant.store
  const refusals: unknown[] = []
  for (const method of ['GET', 'POST']) {
    for (const query of ['', '?offerId=x', '?offerId=3001']) {
      const answer = await callIcims(simulator, method, `/offer/document${query}`, method === 'GET' ? undefined : {})
      refusals.push([
        answer.status,
        ((await answer.json()) as { errors: [{ errorMessage: string }] }).errors[0].errorMessage,
      ])
    }
  }
  const expected = [
    [400, 'offerId: This field is required.'],
    [404, 'Offer not found.'],
    [404, 'Offer not found.'],
  ]
  expect(refusals).toEqual([...expected, ...expected])
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('whoever does not see people sees no offers', async () => {
  const [user] = defaultCoordinates.users
  await using simulator = await createTenant({
    people: 24,
    coordinates: { customerId: 1234, users: [{ ...user!, loginGroup: 'Partner' }] },
    tenant: { loginGroups: [{ id: 'C1009', name: 'Partner', hiddenProfiles: ['person'] }] },
  })
  const answer = await callIcims(simulator, 'POST', '/offer/search', {})
  expect([answer.status, await answer.json()]).toMatchObject([404, { errors: [{ errorCode: 3 }] }])
})

test('an offer goes with its workflow: along at a merge, away at a purge', async () => {
  await using simulator = await office()
  await move(simulator, 102, extended)
  importProfile(simulator.tenant, 'person', 3, { firstname: 'Eve', lastname: 'Lee', email: 'e@example.com' }, {})
  mergePeople(simulator.tenant, 3, 2)
  expect((await list(simulator)).results).toMatchObject([{ TOffer_TSubmittal_TPerson_FPersonID: '3' }])
  markForPurge(simulator.tenant, 'job', [11])
  runPurge(simulator.tenant, 'job')
  expect(await list(simulator)).toEqual({ results: [], total: 0 })
  expect((await letter(simulator, 'offerId=3001')).status).toBe(404)
})

test('of two offers on one job the merged person keeps the primary one', async () => {
  await using simulator = await office()
  await move(simulator, 101, extended)
  await move(simulator, 102, accepted)
  mergePeople(simulator.tenant, 1, 2)
  expect((await list(simulator)).results).toMatchObject([{ TOffer_FOfferID: '3001', TOffer_FSubmittalID: 101 }])
})

test('the seeded story made offers, and whoever was hired accepted one', async () => {
  await using simulator = await createTenant()
  const { results, total } = await list(simulator, { pageSize: 3000 })
  expect(total).toBe(results.length)
  expect(new Set(results.map((row) => row.TOffer_TOfferStatus_FStatus)).size).toBeGreaterThan(2)
  const hires = [...simulator.tenant.store.each('applicantworkflow')].filter(({ data }) => data.status === hired)
  const byWorkflow = new Map(results.map((row) => [row.TOffer_FSubmittalID, row.TOffer_TOfferStatus_FStatus]))
  expect(hires.length).toBeGreaterThan(10)
  for (const { id } of hires) expect(byWorkflow.get(id)).toBe('Offer accepted')
})
