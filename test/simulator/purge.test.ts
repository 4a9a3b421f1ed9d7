import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { importProfile } from '../../simulator/profiles/import.ts'
import { markForPurge, runPurge } from '../../simulator/profiles/purge.ts'
import { defaultCoordinates } from '../../simulator/tenant/coordinates.ts'
import { defaultTenant } from '../../simulator/tenant/presets/default.ts'
import { bodyOf, callIcims, createTenant, searchIds } from '../tenant.ts'

/** A recruiter, two candidates on one job at one location, one of them in a talent pool. */
async function office(): Promise<Simulator> {
  const simulator = await createTenant({ people: 0 })
  const { tenant } = simulator
  for (const [id, firstname] of [
    [1, 'Rosa'],
    [2, 'Ann'],
    [3, 'Ben'],
  ] as const) {
    importProfile(tenant, 'person', id, { firstname, lastname: 'Diaz', email: `p${id}@example.com` }, {})
  }
  importProfile(tenant, 'company', 1, { name: 'Madison', addresses: [{ addresscity: 'Madison', entry: 1 }] }, {})
  importProfile(tenant, 'company', 2, { name: 'Chicago' }, {})
  const joblocation = { id: 1, companyid: 1 }
  importProfile(tenant, 'job', 11, { jobtitle: 'Nurse', recruiter: 1, joblocation }, {})
  importProfile(tenant, 'talentpool', 1, { title: 'Nurses' }, {})
  importProfile(tenant, 'applicantworkflow', 101, { baseprofile: 11, associatedprofile: 2 }, {})
  importProfile(tenant, 'applicantworkflow', 102, { baseprofile: 11, associatedprofile: 3 }, {})
  importProfile(tenant, 'sourceworkflow', 201, { baseprofile: 1, associatedprofile: 2 }, {})
  return simulator
}

const status = async (simulator: Simulator, path: string): Promise<number> =>
  (await callIcims(simulator, 'GET', path)).status

test('a marked profile is there until the purge runs, and then it and its workflows are not found any more', async () => {
  await using simulator = await office()
  const { tenant } = simulator
  markForPurge(tenant, 'person', [2])
  expect(await status(simulator, '/people/2')).toBe(200)
  expect(await searchIds(simulator, 'people', { filters: [{ name: 'person.folder', value: ['Purge'] }] })).toEqual([2])
  expect(runPurge(tenant, 'person')).toEqual({ purged: [2], blocked: [] })
  const gone = await callIcims(simulator, 'GET', '/people/2')
  expect([gone.status, await gone.json()]).toEqual([
    404,
    { errors: [{ errorMessage: 'Person not found.', errorCode: 2 }] },
  ])
  for (const path of ['/applicantworkflows/101', '/sourceworkflows/201'])
    expect(await status(simulator, path)).toBe(404)
  expect(await status(simulator, '/applicantworkflows/102')).toBe(200)
  expect(await searchIds(simulator, 'people', { filters: [{ name: 'person.lastname', value: ['Diaz'] }] })).toEqual([
    1, 3,
  ])
})

test('with a job its workflows go, its people stay', async () => {
  await using simulator = await office()
  markForPurge(simulator.tenant, 'job', [11])
  expect(runPurge(simulator.tenant, 'job')).toEqual({ purged: [11], blocked: [] })
  expect(await status(simulator, '/jobs/11')).toBe(404)
  const filters = [{ name: 'applicantworkflow.id', value: [0], operator: '>' }]
  expect(await searchIds(simulator, 'applicantworkflows', { filters })).toEqual([])
  expect(await status(simulator, '/people/2')).toBe(200)
  expect(await status(simulator, '/sourceworkflows/201')).toBe(200)
})

test('who recruits for a job or changed a status, and the location of a job, stay with the reasons', async () => {
  await using simulator = await office()
  const { tenant } = simulator
  const workflow = tenant.store.get('applicantworkflow', 101)!
  const move = (updatedby: number) => ({ status: 'D10100', updateddate: 0, updatedby })
  tenant.store.put('applicantworkflow', 101, { ...workflow, submittalstatuslog: [move(3), move(1), move(2)] })
  markForPurge(tenant, 'person', [1, 2, 3])
  expect(runPurge(tenant, 'person')).toEqual({
    purged: [2],
    blocked: [
      { id: 1, reasons: ['Is recruiter of job 11.', 'Changed the status of applicant workflow 101.'] },
      { id: 3, reasons: ['Changed the status of applicant workflow 101.'] },
    ],
  })
  // What kept the third one went with the second.
  expect(runPurge(tenant, 'person').purged).toEqual([3])
  markForPurge(tenant, 'company', [1, 2])
  expect(runPurge(tenant, 'company')).toEqual({
    purged: [2],
    blocked: [{ id: 1, reasons: ['It is joblocation of job 11.'] }],
  })
  expect(await status(simulator, '/companies/1')).toBe(200)
})

test('marking somebody who is not there moves nobody, and an empty folder purges nothing', async () => {
  await using simulator = await office()
  const { changes } = simulator.tenant.store
  expect(() => markForPurge(simulator.tenant, 'person', [2, 99])).toThrow('Person not found.')
  expect(runPurge(simulator.tenant, 'person')).toEqual({ purged: [], blocked: [] })
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('the folder is known by its id, or by its name; a customer without one cannot purge', async () => {
  const { lists } = defaultTenant(defaultCoordinates)
  const renamed = lists['lists.person.folders']!.map((node) =>
    node.id === 'D32020' ? { ...node, value: 'Archive' } : node,
  )
  const own = lists['lists.job.folders']!.map((node) =>
    node.id === 'D31020' ? { id: 'C999', value: 'Archive' } : node,
  )
  const without = lists['lists.company.folders']!.filter(({ id }) => id !== 'D33020')
  await using simulator = await createTenant({
    people: 24,
    tenant: {
      lists: { ...lists, 'lists.person.folders': renamed, 'lists.job.folders': own, 'lists.company.folders': without },
    },
  })
  const { tenant } = simulator
  markForPurge(tenant, 'person', [20])
  expect(await bodyOf(callIcims(simulator, 'GET', '/people/20'))).toMatchObject({ folder: { value: 'Archive' } })
  markForPurge(tenant, 'job', [1001])
  expect(await bodyOf(callIcims(simulator, 'GET', '/jobs/1001'))).toMatchObject({ folder: { id: 'C999' } })
  const { changes } = tenant.store
  expect(() => markForPurge(tenant, 'company', [1])).toThrow('The list lists.company.folders has no folder for a purge')
  expect(tenant.store.changes).toBe(changes)
})
