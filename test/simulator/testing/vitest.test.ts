import { describe, expect, test } from 'vitest'
import { createTenant as create, type TestTenant, type TestTenantOptions } from '../../../simulator/testing/vitest.ts'
import { checking } from '../../fixture.ts'

const createTenant = (options: TestTenantOptions) => create({ ...checking, ...options })

const isOpen = async ({ tenant }: TestTenant): Promise<boolean> =>
  tenant.call('GET', '/people/1').then(
    () => true,
    () => false,
  )

test('matchers ask the journal', async () => {
  const { tenant, journal } = await createTenant({ people: 3 })
  await tenant.call('GET', '/people/1')
  expect(journal).toHaveCalled('getPerson', { times: 1 })
  expect(journal).not.toHaveCalled('getJob')
  expect(journal).toBeClean()
  expect(() => expect(journal).toHaveCalled('getJob')).toThrow('expected getJob to be called at least once')
  expect(() => expect(journal).not.toHaveCalled('getPerson')).toThrow('expected getPerson not to be called so, it was')
  expect(() => expect(journal).toHaveCalled('getJbo')).toThrow('There is no operation getJbo.')
  await tenant.call('GET', '/people/1?colour=red')
  expect(journal).not.toBeClean()
  expect(journal).toBeClean({ allow: ['unread-parameter'] })
  expect(() => expect(journal).toBeClean()).toThrow('unread-parameter colour')
})

describe('a tenant closes by itself', () => {
  let left: TestTenant
  test('while the test runs it is open', async () => {
    left = await createTenant({ people: 3 })
    expect(await isOpen(left)).toBe(true)
  })
  test('after it, it is not', async () => {
    expect(await isOpen(left)).toBe(false)
  })
})

describe('one that several tests share', async () => {
  const shared = await createTenant({ people: 3 })
  test.each([1, 2])('is open in each: %d', async () => {
    expect(await isOpen(shared)).toBe(true)
  })
})

describe('concurrent tests', () => {
  const made: TestTenant[] = []
  test.concurrent.for([1, 2, 3])('have a tenant each: %d', async (id, { expect: expectHere }) => {
    const icims = await createTenant({ people: 3 })
    made.push(icims)
    icims.tenant.addPerson({ lastname: `Only ${id}` })
    for (let i = 0; i < 20; i++) await icims.tenant.call('GET', '/people/4')
    const { lastname } = (await (await icims.tenant.call('GET', '/people/4?fields=lastname')).json()) as {
      lastname: string
    }
    expectHere(lastname).toBe(`Only ${id}`)
    expectHere(icims.journal).toHaveCalled('getPerson', { times: 21 })
  })
})
