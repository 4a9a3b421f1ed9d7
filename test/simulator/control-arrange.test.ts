import { expect, test } from 'vitest'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

const control = (path: string, method = 'GET', body?: object): Request =>
  new Request(`http://127.0.0.1:4010/_sim${path}`, { method, ...(body && { body: JSON.stringify(body) }) })

test('a person, a job and a workflow are put into a fork, and the candidate is moved, in a call each', async () => {
  await using simulator = await createTenant({ preset: 'empty' })
  const fork = simulator.fork()
  const add = async (type: string, body?: object): Promise<number> => {
    const answer = await simulator.fetch(control(`/tenants/1235/add/${type}`, 'POST', body))
    expect(answer.status).toBe(201)
    return ((await answer.json()) as { id: number }).id
  }
  const person = await add('people', { lastname: 'Smith' })
  const job = await add('jobs')
  const workflow = await add('applicantworkflows', { associatedprofile: person, baseprofile: job })
  const move = control('/tenants/1235/move-candidate', 'POST', { workflow, status: 'Phone Screen' })
  expect(await bodyOf(simulator.fetch(move))).toEqual({ status: 'moved' })
  expect((await bodyOf(callIcims(fork, 'GET', `/applicantworkflows/${workflow}?fields=status`))).status).toMatchObject({
    id: 'C12295',
  })
  expect(simulator.tenant.store.count('person')).toBe(0)
})

test.each([
  ['/add/people', { lastnam: 'X' }, 400, 'lastnam: There is no such field.'],
  ['/add/robots', {}, 400, /^type: Invalid option/],
  ['/add/applicantworkflows', {}, 400, /baseprofile: This field is required\./],
  ['/move-candidate', { workflow: 1, status: 'Nowhere' }, 400, /^"Nowhere" is no status\./],
  ['/move-candidate', { workflow: 99, status: 'Hired' }, 404, 'Applicant Workflow not found.'],
] as const)('POST %s %j is refused in one line, and nothing changes', async (path, body, status, error) => {
  await using simulator = await createTenant({ people: 24 })
  const { changes } = simulator.tenant.store
  const answer = await simulator.fetch(control(path, 'POST', body))
  expect([answer.status, await answer.json()]).toEqual([
    status,
    { error: typeof error === 'string' ? error : expect.stringMatching(error) },
  ])
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('problems are what no client means to cause, oldest first, without what is allowed', async () => {
  await using simulator = await createTenant({ people: 3, strict: false })
  await callIcims(simulator, 'GET', '/people/1')
  expect(await bodyOf(simulator.fetch(control('/journal/problems')))).toEqual({ problems: [] })
  await callIcims(simulator, 'GET', '/nothing')
  await callIcims(simulator, 'PATCH', '/people/1', { shoesize: 9 })
  const { problems } = await bodyOf(simulator.fetch(control('/journal/problems')))
  expect(problems).toMatchObject([
    { exchange: 2, kind: 'unmatched', subject: 'GET /customers/1234/nothing' },
    {
      exchange: 3,
      kind: 'unread-field',
      subject: 'shoesize',
      message: expect.stringContaining(
        '(PATCH /customers/1234/people/1): unread-field shoesize: There is no such field.',
      ),
    },
  ])
  const left = await bodyOf(simulator.fetch(control('/journal/problems?allow=unmatched,dropped-date')))
  expect(left.problems).toMatchObject([{ kind: 'unread-field' }])
})
