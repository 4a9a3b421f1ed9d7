import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { importProfile } from '../../simulator/profiles/import.ts'
import type { EntranceCriteria } from '../../simulator/tenant/config.ts'
import { defaultCoordinates } from '../../simulator/tenant/coordinates.ts'
import { defaultTenant } from '../../simulator/tenant/presets/default.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

/** One person on one job, under review; another person without a job. `Hired` may be entered as `entrance` says. */
async function gated(entrance: EntranceCriteria): Promise<Simulator> {
  const { statuses } = defaultTenant(defaultCoordinates)
  const simulator = await createTenant({
    people: 0,
    tenant: { statuses: statuses.map((status) => (status.id === 'C2040' ? { ...status, entrance } : status)) },
  })
  const { tenant } = simulator
  for (const id of [1, 2]) {
    importProfile(tenant, 'person', id, { firstname: 'A', lastname: 'B', email: `p${id}@example.com` }, {})
  }
  importProfile(tenant, 'job', 11, { jobtitle: 'Nurse' }, {})
  importProfile(
    tenant,
    'applicantworkflow',
    101,
    { baseprofile: 11, associatedprofile: 1, status: { id: 'D10110' } },
    {},
  )
  return simulator
}

const accepted = { search: { filters: [{ name: 'applicantworkflow.status', value: ['C36951'] }] } }
const move = (simulator: Simulator, body: object) => callIcims(simulator, 'PATCH', '/applicantworkflows/101', body)

test('a workflow that does not meet the criteria of a status cannot enter it, and stays as it was', async () => {
  await using simulator = await gated(accepted)
  const { changes } = simulator.tenant.store
  const before = simulator.tenant.store.get('applicantworkflow', 101)
  const answer = await move(simulator, { status: { id: 'C2040' }, source: 'Referral' })
  expect([answer.status, await answer.json()]).toEqual([
    400,
    {
      errors: [
        { errorMessage: 'status: The workflow does not meet the entrance criteria of Hired - Hired.', errorCode: 5 },
      ],
    },
  ])
  expect(simulator.tenant.store.changes).toBe(changes)
  expect(simulator.tenant.store.get('applicantworkflow', 101)).toEqual(before)
})

test('once it meets them it enters, and other statuses never asked', async () => {
  await using simulator = await gated(accepted)
  expect((await move(simulator, { status: { id: 'C36951' } })).status).toBe(204)
  expect((await move(simulator, { status: { id: 'C2040' } })).status).toBe(204)
  expect((await move(simulator, { status: { id: 'C2040' }, source: 'Referral' })).status).toBe(204)
  const { submittalstatuslog } = await bodyOf(callIcims(simulator, 'GET', '/applicantworkflows/101/submittalstatuslog'))
  expect(submittalstatuslog.map(({ status }: { status: { id: string } }) => status.id)).toEqual([
    'C2040',
    'C36951',
    'D10110',
  ])
})

test('criteria may look at the person and the job', async () => {
  const search = {
    operator: '|',
    filters: [
      { name: 'applicantworkflow.person.email', value: ['nobody'] },
      { name: 'applicantworkflow.job.jobtitle', value: ['nurse'] },
    ],
  }
  await using simulator = await gated({ search })
  expect((await move(simulator, { status: { id: 'C2040' } })).status).toBe(204)
})

test('a new workflow is asked too, and told in the words of the customer', async () => {
  await using simulator = await gated({ ...accepted, message: 'The offer must be accepted first.' })
  const { changes } = simulator.tenant.store
  const body = { baseprofile: 11, associatedprofile: 2, status: { id: 'C2040' } }
  const answer = await callIcims(simulator, 'POST', '/applicantworkflows', body)
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { errors: [{ errorMessage: 'status: The offer must be accepted first.' }] },
  ])
  expect(simulator.tenant.store.changes).toBe(changes)
  expect((await callIcims(simulator, 'POST', '/applicantworkflows', { ...body, status: undefined })).status).toBe(201)
})

test('criteria that are no search of workflows are refused with the tenant, by their place', async () => {
  const { statuses } = defaultTenant(defaultCoordinates)
  const entrance = { search: { filters: [{ name: 'applicantworkflow.nope' }] } }
  const bad = statuses.map((status, i) => (i === 3 ? { ...status, entrance } : status))
  await expect(createTenant({ people: 24, tenant: { statuses: bad } })).rejects.toThrow(
    'statuses.3.entrance.search: The following filter is either not valid or hidden: applicantworkflow.nope',
  )
})
