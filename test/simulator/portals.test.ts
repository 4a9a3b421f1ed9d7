import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { importProfile } from '../../simulator/profiles/import.ts'
import { postJob, unpostJob } from '../../simulator/profiles/job-posts.ts'
import { defaultCoordinates } from '../../simulator/tenant/coordinates.ts'
import { forms as presetForms } from '../../simulator/tenant/presets/forms.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

/** Three jobs in two places: two posted to the careers portal, one of these to the internal one too, one posted nowhere. */
async function board(options: Parameters<typeof createTenant>[0] = {}): Promise<Simulator> {
  const simulator = await createTenant({ people: 0, ...options })
  const { tenant } = simulator
  for (const [id, name] of [
    [1, 'Madison Campus'],
    [2, 'Chicago Clinic'],
  ] as const) {
    const addresses = [{ addresscity: name.split(' ')[0], entry: id }]
    importProfile(tenant, 'company', id, { name, addresses }, {})
  }
  const job = (id: number, jobtitle: string, category: string, company: number, updateddate: string) =>
    importProfile(
      tenant,
      'job',
      id,
      {
        jobtitle,
        positioncategory: { value: category },
        joblocation: { companyid: company, id: company },
        overview: `<p>${jobtitle}</p>`,
        updateddate,
      },
      {},
    )
  job(1001, 'Registered Nurse (Hybrid)', 'Nursing', 1, '2026-01-10 09:00 AM')
  job(1002, 'Café Manager', 'Facilities', 2, '2026-01-12 02:07 PM')
  job(1003, 'Payroll Clerk', 'Finance', 1, '2026-01-14')
  const post = (id: number, ...portals: number[]): void => {
    const data = tenant.store.get('job', id)!
    const jobposts = portals.map((portal) => ({
      portal,
      type: '3',
      status: '1',
      isposted: true,
      postdate: Date.UTC(2026, 0, 5, 9),
      enddate: null,
      postedtohub: false,
    }))
    tenant.store.put('job', id, { ...data, jobposts })
  }
  post(1001, 1, 2)
  post(1002, 1)
  return simulator
}

const rows = async (simulator: Simulator, portal: string, search?: object): Promise<number[]> => {
  const path = `/search/portals/${portal}`
  const answer = search === undefined ? callIcims(simulator, 'GET', path) : callIcims(simulator, 'POST', path, search)
  const { searchResults } = await bodyOf(answer)
  return searchResults.map(({ id }: { id: number }) => id)
}

test('the jobs of a portal are listed without a filter, the newest change first, with their page and date', async () => {
  await using simulator = await board()
  expect(await bodyOf(callIcims(simulator, 'GET', '/search/portals/careers'))).toEqual({
    searchResults: [
      {
        portalUrl: 'https://careers-cedarline.icims.com/jobs/1002/cafe-manager/job',
        self: 'https://api.icims.com/customers/1234/portals/careers/1002',
        id: 1002,
        updatedDate: '2026-01-12 02:07 PM',
      },
      {
        portalUrl: 'https://careers-cedarline.icims.com/jobs/1001/registered-nurse-hybrid/job',
        self: 'https://api.icims.com/customers/1234/portals/careers/1001',
        id: 1001,
        updatedDate: '2026-01-10 09:00 AM',
      },
    ],
  })
})

test.each(['1', 'careers', 'Careers-Cedarline', 'careers-cedarline/'])('a portal is named by %s', async (portal) => {
  await using simulator = await board()
  expect(await rows(simulator, portal)).toEqual([1002, 1001])
  expect(await rows(simulator, '2')).toEqual([1001])
})

test('a short name that two portals share means neither in links', async () => {
  const portals = [
    { id: 1, name: 'careers-north' },
    { id: 2, name: 'careers-south' },
  ]
  await using simulator = await board({ tenant: { portals } })
  const { searchResults } = await bodyOf(callIcims(simulator, 'GET', '/search/portals/2'))
  expect(searchResults[0].self).toBe('https://api.icims.com/customers/1234/portals/careers-south/1001')
})

test.each<[string, object, number[]]>([
  ['none', { filters: [] }, [1002, 1001]],
  ['none, joined by OR', { filters: [], operator: '|' }, [1002, 1001]],
  ['a category', { filters: [{ name: 'job.positioncategory', value: ['Nursing'] }] }, [1001]],
  ['a location', { filters: [{ name: 'job.joblocation.companyid', value: ['2'] }] }, [1002]],
  ['a title', { filters: [{ name: 'job.jobtitle', value: ['cafe'] }] }, [1002]],
  ['a job on no portal', { filters: [{ name: 'job.jobtitle', value: ['Payroll'] }] }, []],
  ['the ids after the last', { filters: [{ name: 'job.id', value: ['1001'], operator: '>' }] }, [1002]],
  [
    'any of two, in a child',
    {
      children: [
        {
          operator: '|',
          filters: [
            { name: 'job.jobtitle', value: ['nurse'] },
            { name: 'job.joblocation.companyid', value: [2] },
          ],
        },
      ],
    },
    [1002, 1001],
  ],
])('the filter of a portal may be %s, by body and by query', async (_, search, expected) => {
  await using simulator = await board()
  expect(await rows(simulator, 'careers', search)).toEqual(expected)
  const json = encodeURIComponent(JSON.stringify(search))
  expect(await rows(simulator, `careers?staleness=0&searchJson=${json}`)).toEqual(expected)
})

test('a filter the portal does not offer, a broken body and an unknown portal are refused', async () => {
  await using simulator = await board()
  const { changes } = simulator.tenant.store
  const filters = [{ name: 'job.folder', value: ['D31001'] }]
  for (const search of [{ filters }, { children: [{ filters }] }]) {
    const answer = await callIcims(simulator, 'POST', '/search/portals/careers', search)
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { errors: [{ errorMessage: 'The following filter is either not valid or hidden: job.folder', errorCode: 5 }] },
    ])
  }
  expect((await callIcims(simulator, 'GET', '/search/portals/careers?searchJson=%7B')).status).toBe(400)
  for (const path of ['/search/portals/99', '/search/portals/nope/filters', '/portals/nope/1001']) {
    const answer = await callIcims(simulator, 'GET', path)
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { errors: [{ errorMessage: 'Portal not found.', errorCode: 2 }] },
    ])
  }
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('whoever may not search may not search a portal', async () => {
  const [user] = defaultCoordinates.users
  const coordinates = { customerId: 1234, users: [{ ...user!, loginGroup: 'Recruiter' }] }
  await using simulator = await board({ coordinates })
  expect((await callIcims(simulator, 'GET', '/search/portals/1')).status).toBe(403)
  expect((await callIcims(simulator, 'GET', '/search/portals/1/filters')).status).toBe(403)
})

test('two portals, and two forms, of one name are refused with the tenant', async () => {
  const portals = [
    { id: 1, name: 'careers' },
    { id: 1, name: 'jobs' },
  ]
  await expect(createTenant({ people: 0, tenant: { portals } })).rejects.toThrow('portals.1.id: 1 is used twice')
  const forms = [presetForms[0]!, { ...presetForms[0]!, id: 99 }]
  await expect(createTenant({ people: 0, tenant: { forms } })).rejects.toThrow(
    'forms.1.name: Application_Questions is used twice',
  )
})

test('the filters of a portal name their options, and what they name filters', async () => {
  await using simulator = await board()
  const { filters } = await bodyOf(callIcims(simulator, 'GET', '/search/portals/careers/filters'))
  const named = (name: string) => filters.find((filter: { name: string }) => filter.name === name)
  expect(named('job.jobtitle').options).toBeUndefined()
  const category = named('job.positioncategory').options.find(({ value }: { value: string }) => value === 'Nursing')
  const place = named('job.joblocation.companyid').options
  expect(place).toEqual([
    { id: '1', value: 'Madison Campus' },
    { id: '2', value: 'Chicago Clinic' },
  ])
  const search = { filters: [{ name: 'job.positioncategory', value: [category.id] }] }
  expect(await rows(simulator, 'careers', search)).toEqual([1001])
  for (const { name } of filters) {
    const one = { filters: [{ name, value: ['x'] }] }
    expect((await callIcims(simulator, 'POST', '/search/portals/careers', one)).status, name).toBe(200)
  }
})

test('a job is shown as its portal shows it, and not on a portal it is not posted to', async () => {
  await using simulator = await board()
  const { searchResults } = await bodyOf(callIcims(simulator, 'GET', '/search/portals/internal'))
  const path = new URL(searchResults[0].self).pathname.replace('/customers/1234', '')
  expect(await bodyOf(callIcims(simulator, 'GET', path))).toEqual({
    id: 1001,
    jobid: '2026-1001',
    jobtitle: 'Registered Nurse (Hybrid)',
    portalUrl: 'https://internal-cedarline.icims.com/jobs/1001/registered-nurse-hybrid/job',
    postedDate: '2026-01-05 09:00 AM',
    updatedDate: '2026-01-10 09:00 AM',
    location: 'Madison Campus - Madison',
    positioncategory: 'Nursing',
    description: [{ label: 'Overview', value: '<p>Registered Nurse (Hybrid)</p>' }],
  })
  for (const id of ['1002', '9999', 'x']) {
    const answer = await callIcims(simulator, 'GET', `/portals/internal/${id}`)
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { errors: [{ errorMessage: 'Job not found.', errorCode: 2 }] },
    ])
  }
})

test('away from the hosts of iCIMS the page of a job stands under the address that was called', async () => {
  await using simulator = await board()
  const { username, password } = simulator.coordinates.users[0]!
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const page = async (origin: string): Promise<string> => {
    const request = new Request(`${origin}/customers/1234/search/portals/2`, { headers: { authorization } })
    return (await bodyOf(simulator.fetch(request))).searchResults[0].portalUrl
  }
  const path = 'jobs/1001/registered-nurse-hybrid/job'
  expect(await page('http://localhost:4010')).toBe(`http://localhost:4010/careers/internal-cedarline/${path}`)
  expect(await page('https://api.icims.com:8443')).toBe(`https://internal-cedarline.icims.com:8443/${path}`)
})

test('the postings of a job are listed, the past ones without a page', async () => {
  await using simulator = await board()
  unpostJob(simulator.tenant, 1001, 'internal')
  expect(await bodyOf(callIcims(simulator, 'GET', '/portalposts/job/1001'))).toEqual({
    portalposts: [
      {
        portal: { id: 1, value: 'careers-cedarline' },
        isposted: 'Yes',
        type: '3',
        status: '1',
        postdate: '2026-01-05 09:00 AM',
        postedtohub: 'No',
        portalUrl: 'https://careers-cedarline.icims.com/jobs/1001/registered-nurse-hybrid/job',
      },
      {
        portal: { id: 2, value: 'internal-cedarline' },
        isposted: 'No',
        type: '3',
        status: '2',
        postdate: '2026-01-05 09:00 AM',
        enddate: '2026-01-15 03:00 PM',
        postedtohub: 'No',
      },
    ],
  })
  expect(await bodyOf(callIcims(simulator, 'GET', '/portalposts/job/1003'))).toEqual({ portalposts: [] })
  expect((await callIcims(simulator, 'GET', '/portalposts/job/9999')).status).toBe(404)
})

test('a job that is posted is found on its portal and by its posting, and is not once it is taken off', async () => {
  await using simulator = await board()
  const { tenant } = simulator
  const posted = { filters: [{ name: 'job.jobpost.isposted', value: ['Yes'] }] }
  const found = async (): Promise<number[]> =>
    (await bodyOf(callIcims(simulator, 'POST', '/search/jobs', posted))).searchResults.map(
      ({ id }: { id: number }) => id,
    )
  postJob(tenant, 1003, 'careers')
  expect(await rows(simulator, 'careers')).toEqual([1003, 1002, 1001])
  expect(await found()).toEqual([1001, 1002, 1003])
  const fields = '/jobs/1003?fields=jobpoststart,jobpostend,updateddate'
  expect(await bodyOf(callIcims(simulator, 'GET', fields))).toMatchObject({
    jobpoststart: '2026-01-15',
    updateddate: '2026-01-15 03:00 PM',
  })
  const { changes } = tenant.store
  postJob(tenant, 1003, 'careers')
  expect(tenant.store.changes).toBe(changes)
  tenant.clock.advance(86_400_000)
  unpostJob(tenant, 1003, '1')
  expect(await rows(simulator, 'careers')).toEqual([1002, 1001])
  expect(await found()).toEqual([1001, 1002])
  expect(await bodyOf(callIcims(simulator, 'GET', fields))).toMatchObject({ jobpostend: '2026-01-16' })
})

test('posting what is not there, where there is no portal, or taking off what is not up changes nothing', async () => {
  await using simulator = await board()
  const { tenant } = simulator
  const { changes } = tenant.store
  expect(() => postJob(tenant, 9999, 'careers')).toThrow('Job not found.')
  expect(() => postJob(tenant, 1001, 'nope')).toThrow('Portal not found.')
  expect(() => unpostJob(tenant, 1003, 'careers')).toThrow('The job 1003 is not posted to careers-cedarline.')
  expect(tenant.store.changes).toBe(changes)
})

test('a portal answers a thousand jobs, the newest', async () => {
  await using simulator = await createTenant({ people: 0 })
  const jobposts = [
    { portal: 1, type: '3', status: '1', isposted: true, postdate: 0, enddate: null, postedtohub: false },
  ]
  for (let id = 1; id <= 1_002; id++) {
    simulator.tenant.store.put('job', id, { jobtitle: 'Nurse', jobposts, createddate: 0, updateddate: id * 60_000 })
  }
  const ids = await rows(simulator, '1')
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([1_000, 1_002, 3])
})
