import { expect, test } from 'vitest'
import type { ModelName } from '../../../connector/models/record.ts'
import { createPair } from '../../pair.ts'
import { asFetch, createTenant } from '../../tenant.ts'

const html = (): Response => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })
const json = (body: unknown) => (): Response => Response.json(body)

test('of records of every bad kind each is mapped as far as it goes or set aside, and the run goes on', async () => {
  await using simulator = await createTenant({ people: 24 })
  const { store } = simulator.tenant
  const [workflow, other] = [...store.each('applicantworkflow')].map(({ id }) => id)
  const [job] = [...store.each('job')].map(({ id }) => id)
  const bad: Record<string, () => Response> = {
    // Types that nobody expects, and an address list that is none.
    '/people/20': json({
      firstname: 7,
      lastname: ['x'],
      email: { a: 1 },
      phones: 'none',
      addresses: [null, 3],
      workexperience: {},
    }),
    '/people/21': html,
    '/people/22': json('a text'),
    // Dates that there are not, and far ones.
    [`/jobs/${job}`]: json({
      jobtitle: 'Odd',
      jobpoststart: '2026-02-30 01:00 PM',
      jobpostend: '9999-12-31 11:59 PM',
      createddate: '0000-00-00 00:00 AM',
      joblocation: { id: 'nowhere' },
      hiringmanager: { value: 'Somebody without an id' },
    }),
    // No links at all; a status that no list knows.
    [`/applicantworkflows/${workflow}`]: json({ createddate: 'yesterday' }),
    [`/applicantworkflows/${other}`]: json({
      status: { id: 'C99999', value: 'Never seen' },
      baseprofile: { id: 9_999_999 },
    }),
  }
  const answer = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname.replace(/^\/customers\/\d+/, '')
    return bad[path]?.() ?? simulator.fetch(request)
  }
  await using pair = await createPair({ simulator: { people: 0 }, connector: { fetch: asFetch(answer) } })
  const { state, setAside, counts } = await pair.connector.sync(pair.integrationId)
  expect({ state, setAside: setAside.map(({ stream, remoteId }) => `${stream} ${remoteId}`) }).toEqual({
    state: 'PARTIALLY_FAILED',
    setAside: ['people 21', 'people 22'],
  })
  expect(setAside.every(({ reason }) => reason.length > 10)).toBe(true)
  expect(counts.ats_applications.created).toBe(store.count('applicantworkflow'))
  expect(counts.ats_jobs.created).toBe(store.count('job'))
  const row = async (model: ModelName, id: number | string) =>
    (await pair.connector.store.rows(pair.integrationId, model)).find(({ remoteId }) => remoteId === String(id))
  expect((await row('ats_candidates', 20))?.fields).toMatchObject({
    first_name: '7',
    last_name: null,
    email_addresses: [],
    phone_numbers: [],
  })
  expect((await row('ats_jobs', job!))?.fields).toMatchObject({
    name: 'Odd',
    opened_at: null,
    closed_at: '9999-12-31T23:59:00.000Z',
    remote_created_at: null,
  })
  const links = { job_id: null, candidate_id: null, current_stage_id: null }
  expect((await row('ats_applications', workflow!))?.columns).toMatchObject({ ...links, remote_created_at: null })
  expect((await row('ats_application_stages', 'C99999'))?.fields).toMatchObject({ name: 'Never seen' })
  const odd = await row('ats_applications', other!)
  expect(odd?.columns.current_stage_id).not.toBeNull()
  expect(odd?.fields.outcome).toBeNull()
  // The API serves them all.
  for (const list of ['candidates', 'jobs', 'applications', 'application-stages']) {
    expect((await pair.api(`/ats/${list}?page_size=250`)).status, list).toBe(200)
  }
})
