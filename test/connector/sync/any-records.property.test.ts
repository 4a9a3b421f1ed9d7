import fc from 'fast-check'
import type { Dialect } from 'kysely'
import { expect, test } from 'vitest'
import { applicantworkflowFields } from '../../../connector/icims/applicantworkflow.ts'
import { jobFields } from '../../../connector/icims/job.ts'
import { personFields } from '../../../connector/icims/person.ts'
import { createPair, type Pair } from '../../pair.ts'
import { asFetch } from '../../tenant.ts'
import { databases } from '../databases.ts'

const runs = Number(process.env.RECORD_RUNS ?? 3)

const long = 'long '.repeat(2_000)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '\0',
    'half \ud83d',
    'שלום 👩🏽‍⚕️',
    '2024-02-30',
    '0000-00-00 00:00 AM',
    '9007199254740993',
    '..',
    'a/b?c#d',
    long,
  ),
)
const id = fc.oneof(fc.nat(60), text, fc.double(), fc.constant(null), fc.constant({ id: 1 }))
const value = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 2 }),
  fc.record({ id, value: text, companyid: id }, { requiredKeys: [] }),
  fc.array(
    fc.record(
      { phonenumber: text, phonetype: fc.record({ id, value: text }), addresscity: text, entry: id },
      { requiredKeys: [] },
    ),
    { maxLength: 3 },
  ),
)
const recordsOf = (fields: readonly string[]) =>
  fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.dictionary(fc.constantFrom(...fields), value) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
    ),
    {
      minLength: 10,
      maxLength: 30,
    },
  )

type Records = Readonly<Record<'people' | 'jobs' | 'applicantworkflows', readonly unknown[]>>
type Tenant = Records & { postings: readonly unknown[]; form: unknown }
const tenants: fc.Arbitrary<Tenant> = fc.record({
  people: recordsOf([...personFields, 'mine']),
  jobs: recordsOf([...jobFields, 'mine']),
  applicantworkflows: recordsOf([...applicantworkflowFields, 'mine']),
  postings: fc.array(fc.record({ id, portalUrl: value }, { requiredKeys: [] }), { maxLength: 9 }),
  form: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.dictionary(text, fc.record({ type: value, required: value }))),
})

const settings = {
  customFields: {
    candidate: { own: { profile: 'person', field: 'mine' } },
    job: { own: { profile: 'job', field: 'mine' } },
  },
  integrationFields: { candidate: ['mine'], job: ['mine'], application: ['mine'] },
  remoteData: true,
  portals: [{ id: '1' }],
  screeningForm: 'Questions',
}

/** An iCIMS that holds these records, each under the number of its place, and knows nothing else. */
function icimsOf({ postings, form, ...records }: Tenant, database: string | Dialect): Promise<Pair> {
  const answer = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    const [, isSearch, type, id] = /\/(search\/)?(jobs|people|applicantworkflows)(?:\/([^/]+))?$/.exec(path) ?? []
    if (path.endsWith('/search/portals/1')) return Response.json({ searchResults: postings })
    if (path.endsWith('/forms/Questions/meta')) return Response.json(form)
    const held = records[type as keyof Records]
    if (held === undefined) return Response.json({ errors: [{ errorMessage: 'None.' }] }, { status: 404 })
    if (isSearch === undefined) {
      const record = held[Number(id) - 1]
      return record === undefined ? Response.json({ errors: [] }, { status: 404 }) : Response.json(record)
    }
    const { filters } = (await request.json()) as { filters: { name: string; value: string[] }[] }
    const after = Number(filters.find(({ name }) => name.endsWith('.id'))!.value[0])
    const isUsers = filters.some(({ name }) => name === 'person.logingroupid')
    const found = held.map((_, index) => ({ id: index + 1 })).filter(({ id }) => id > after && !(isUsers && id > 5))
    return Response.json({ searchResults: found })
  }
  return createPair({ simulator: { people: 0 }, connector: { fetch: asFetch(answer), database }, settings })
}

for (const { name, open } of databases) {
  test(`${name}: whatever records hold, each is kept or set aside, and every list is served`, async () => {
    await fc.assert(
      fc.asyncProperty(tenants, async (records) => {
        await using pair = await icimsOf(records, await open())
        const { state, message, counts, setAside, skipped } = await pair.connector.sync(pair.integrationId)
        expect(['SUCCEEDED', 'PARTIALLY_FAILED'], message ?? '').toContain(state)
        const aside = (stream: string): number => setAside.filter((one) => one.stream === stream).length
        expect(counts.ats_jobs.created + aside('jobs')).toBe(records.jobs.length)
        expect(counts.ats_candidates.created + aside('people') + skipped).toBe(records.people.length)
        expect(counts.ats_applications.created + aside('applicantworkflows')).toBe(records.applicantworkflows.length)
        for (const list of ['jobs', 'candidates', 'applications', 'application-stages', 'users', 'roles']) {
          const { status, body } = await pair.api(`/ats/${list}?page_size=250&include_deleted=true`)
          expect({ list, status, body: status === 200 ? {} : body }).toEqual({ list, status: 200, body: {} })
        }
        const again = await pair.connector.sync(pair.integrationId, { type: 'FULL' })
        expect(again).toMatchObject({ state, setAside })
        for (const { created, changed, deleted } of Object.values(again.counts))
          expect([created, changed, deleted]).toEqual([0, 0, 0])
      }),
      { numRuns: runs },
    )
  })
}
