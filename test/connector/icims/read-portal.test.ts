import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IcimsFilter } from '../../../connector/icims/client.ts'
import { decodeIcimsPortalJobs, type IcimsPortalJob } from '../../../connector/icims/portal.ts'
import { readPortal } from '../../../connector/icims/read-portal.ts'

/** A portal with these jobs in this order, that answers at most so many. */
function portal(ids: readonly number[], pageSize: number) {
  let calls = 0
  return {
    calls: () => calls,
    async searchPortal(_: string, filters: readonly IcimsFilter[]): Promise<IcimsPortalJob[]> {
      calls += 1
      const fits = (id: number): boolean =>
        filters.every(({ value, operator }) => (operator === '>' ? id > Number(value[0]) : id <= Number(value[0])))
      const found = ids.filter(fits).slice(0, pageSize)
      return found.map((id) => ({ jobId: String(id), portalUrl: undefined, raw: {} }))
    },
  }
}

async function readAll(client: ReturnType<typeof portal>, pageSize: number): Promise<number[]> {
  const ids: number[] = []
  for await (const jobs of readPortal(client, '1', pageSize)) ids.push(...jobs.map(({ jobId }) => Number(jobId)))
  return ids
}

test('every job of a portal is read once, whatever their order and number', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 60 }),
      fc.integer({ min: 2, max: 9 }),
      async (ids, pageSize) => {
        const client = portal(ids, pageSize)
        expect((await readAll(client, pageSize)).sort((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b))
        expect(client.calls()).toBeLessThanOrEqual(1 + 2 * ids.length)
      },
    ),
  )
})

test('a portal of less than a page costs one call', async () => {
  const client = portal([9, 5, 7], 4)
  expect(await readAll(client, 4)).toEqual([9, 5, 7])
  expect(client.calls()).toBe(1)
})

test('a portal that answers one job over and over, or takes no range of ids, is an error and no endless loop', async () => {
  await expect(readAll(portal([5, 5, 5], 2), 2)).rejects.toMatchObject({ name: 'RecordError' })
  const { searchPortal } = portal([9, 5, 7, 6], 2)
  const deaf = { searchPortal: (name: string) => searchPortal(name, []), calls: () => 0 }
  await expect(readAll(deaf, 2)).rejects.toMatchObject({
    name: 'RecordError',
    message: 'Portal 1 answered job 9, which the filters of the search leave out.',
  })
})

test('rows that name no job are passed over, and what is no list is told', () => {
  const searchResults = [
    { id: 7, portalUrl: 'https://x.example/jobs/7/job' },
    { id: '8' },
    { id: 'x' },
    null,
    { self: 'y' },
  ]
  expect(decodeIcimsPortalJobs('1', { searchResults }).map(({ jobId, portalUrl }) => [jobId, portalUrl])).toEqual([
    ['7', 'https://x.example/jobs/7/job'],
    ['8', undefined],
  ])
  expect(() => decodeIcimsPortalJobs('1', [])).toThrow('iCIMS answered portal 1 without searchResults.')
})
