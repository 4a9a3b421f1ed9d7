import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCoordinates } from '../../simulator/index.ts'
import { type ProfileType, profileTypeNames } from '../../simulator/tenant/profile-types.ts'
import { createTenant, originOf } from '../tenant.ts'
import { arbitraryRequest } from './requests.ts'

const runs = Number(process.env.REQUEST_RUNS ?? 1_500)

test('no request to any operation ends in a 5xx, and one that is refused moves nothing', async () => {
  const seen = new Map<string, Set<number>>()
  // What was answered is checked against the document, and a defect fails the test, when the tenant closes.
  // A caller of its own: what the connector calls has to have a contract.
  const [user] = defaultCoordinates.users
  const users = [{ ...user!, username: 'anybody', password: 'anything', quota: 'unlimited' as const }]
  const coordinates = { customerId: 1234, users }
  await using simulator = await createTenant({ people: 24, preset: 'enterprise', journalSize: 1_000, coordinates })
  const { tenant } = simulator
  const ids = Object.fromEntries(
    profileTypeNames.map((type) => [type, [...tenant.store.each(type)].map(({ id }) => id)]),
  ) as unknown as Record<ProfileType, number[]>
  const entries = profileTypeNames.flatMap((type) =>
    [...tenant.store.each(type)].flatMap(({ id, data }) =>
      tenant.fields
        .of(type)
        .filter(({ kind, name }) => kind === 'collection' && data[name] !== undefined)
        .flatMap(({ name }) =>
          (data[name] as unknown as { entry: number }[]).map(({ entry }) => ({ type, id, field: name, entry })),
        ),
    ),
  )
  const authorization = `Basic ${btoa('anybody:anything')}`
  await fc.assert(
    fc.asyncProperty(
      arbitraryRequest({ ...tenant, ids, entries }),
      async ({ operation, path, query, headers, body }) => {
        const { changes } = tenant.store
        const answer = await simulator.fetch(
          new Request(`${originOf(simulator)}${path}${query === '' ? '' : `?${query}`}`, {
            method: operation.method,
            headers: { ...headers, authorization },
            ...(body !== undefined && { body: body as string }),
          }),
        )
        await answer.bytes()
        const [entry] = tenant.journal.entries({ limit: 1 })
        const isElsewhere = entry!.notes.some(({ kind }) => kind === 'unmatched')
        expect(
          isElsewhere ? 404 : answer.status,
          `${operation.method} ${path}: ${JSON.stringify(entry?.notes)}`,
        ).toBeLessThan(500)
        expect(
          entry!.notes.filter(({ kind }) => kind === 'answer-not-in-document' || kind === 'internal-error'),
        ).toEqual([])
        if (answer.status >= 400 || operation.method === 'GET') expect(tenant.store.changes).toBe(changes)
        seen.set(operation.operationId, (seen.get(operation.operationId) ?? new Set()).add(answer.status))
      },
    ),
    { numRuns: runs },
  )
  // A generator that only ever misses would prove nothing.
  const reached = [...seen.values()].filter((statuses) => [200, 201, 204].some((status) => statuses.has(status)))
  expect(reached.length).toBeGreaterThan(seen.size / 3)
})
