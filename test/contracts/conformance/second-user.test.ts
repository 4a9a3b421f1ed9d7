import { expect, test } from 'vitest'
import type { Conformance } from '../../../contracts/conformance/conform.ts'
import { facts } from '../../../contracts/conformance/facts/facts.ts'
import { defaultCoordinates, type Simulator } from '../../../simulator/index.ts'
import type { LoginGroup } from '../../../simulator/tenant/config.ts'
import { loginGroups } from '../../../simulator/tenant/presets/login-groups.ts'
import { asFetch, createTenant } from '../../tenant.ts'
import { body, type Json, type Mutant, on, status } from '../mutants/bend.ts'
import { conformTo, fetchOf, idsWith } from './conform-to.ts'

const ofSecond = facts.filter(({ id }) => id.startsWith('second.'))
const narrow: LoginGroup = {
  id: 'C1007',
  name: 'Narrow',
  hiddenProfiles: ['talentpool'],
  hiddenFields: {
    person: ['email', 'phones', 'addresses.addressstreet1'],
    job: ['numberofpositions'],
    applicantworkflow: ['source', 'status'],
  },
}
const [first, connector] = defaultCoordinates.users
/** Under a name of its own: what the connector's user calls counts as a call of the connector. */
const other = { ...connector!, username: 'narrow-user', quota: 10_000 }

function withGroup(loginGroup: string): Promise<Simulator> {
  const users = [first!, { ...other, loginGroup }]
  const tenant = { loginGroups: [...loginGroups, narrow] }
  return createTenant({ coordinates: { customerId: 1234, users }, tenant })
}

const run = {
  facts: ofSecond,
  allowWrites: true,
  second: { username: other.username, password: other.password },
}

const withIds = ({ findings }: Conformance, part: string) => findings.filter(({ id }) => id.includes(part))

test('what an API user who may do less sees is compared with what the other one sees', async () => {
  await using simulator = await withGroup('Narrow')
  const result = await conformTo(simulator, run)
  expect(idsWith(result, 'contradicted')).toEqual([])
  const rest = ['second.no-search', 'second.no-services.message', 'second.no-services.status']
  expect(idsWith(result, 'not testable here')).toEqual(rest)
})

test('a user who may not search is told so', async () => {
  await using simulator = await withGroup('Hiring Manager')
  expect(withIds(await conformTo(simulator, run), 'no-search')).toMatchObject([{ verdict: 'confirmed' }])
})

test('a user without web services is told so, and all else cannot be seen by it', async () => {
  await using simulator = await withGroup('Agency')
  const result = await conformTo(simulator, run)
  expect(withIds(result, 'no-services').map(({ verdict }) => verdict)).toEqual(['confirmed', 'confirmed'])
  expect(idsWith(result, 'contradicted')).toEqual([])
})

test('a user who sees the same shows nothing', async () => {
  await using simulator = await withGroup('Integration User')
  const [finding] = (await conformTo(simulator, run)).findings
  expect(finding).toMatchObject({ detail: 'the second API user sees of people what the other one sees' })
})

test('without a second user its facts say what they need', async () => {
  await using simulator = await createTenant({ preset: 'empty' })
  const { findings } = await conformTo(simulator, { facts: ofSecond })
  expect(new Set(findings.map(({ detail }) => detail))).toEqual(
    new Set(['needs --second-user', 'needs --allow-writes']),
  )
})

test('a second user whose credentials are refused stops the run with one line', async () => {
  await using simulator = await createTenant({ preset: 'empty' })
  const wrong = { username: 'second', password: 'not-the-password' }
  await expect(conformTo(simulator, { second: wrong })).rejects.toThrow(
    /^The credentials of the second API user are refused: 401\.$/,
  )
})

const isSecond = (request: Request): boolean =>
  request.headers.get('authorization') === `Basic ${btoa(`${other.username}:${other.password}`)}`
const onSecond = (pattern: RegExp) => (request: Request, response: Response) =>
  isSecond(request) && on(pattern)(request, response)

const mutants: readonly (readonly [string, string, Mutant['over']])[] = [
  [
    'nulls what is hidden',
    'second.people.absent',
    body(onSecond(/\/people\/\d+$/), (one: Json) => ({ email: null, ...one })),
  ],
  [
    'masks what is hidden',
    'second.people.absent',
    body(onSecond(/\/people\/\d+$/), (one: Json) => ({ email: '***', ...one })),
  ],
  [
    'shows hidden fields in schemas',
    'second.people.schema',
    body(onSecond(/person\/schema$/), (schema: Json) => ({
      ...schema,
      properties: { ...schema.properties, email: {} },
    })),
  ],
  [
    'says 403 of a denied profile',
    'second.denied.status',
    status((request, { status: code }) => isSecond(request) && code === 404, 403),
  ],
  [
    'says 2 of a denied profile',
    'second.denied.code',
    body(
      (request, { status: code }) => isSecond(request) && code === 404,
      () => ({ errors: [{ errorCode: 2, errorMessage: 'Not found.' }] }),
    ),
  ],
  [
    'ignores a hidden filter',
    'second.people.filter',
    (fetch) => async (request) => {
      const answer = await fetch(request)
      return isSecond(request) && answer.status === 400 ? Response.json({ searchResults: [] }) : answer
    },
  ],
]

test.each(mutants)('a server that %s is caught', async (_, id, over) => {
  await using simulator = await withGroup('Narrow')
  const wrong = asFetch(over((request) => fetchOf(simulator)(request)))
  const { findings } = await conformTo(simulator, { ...run, fetch: wrong })
  expect(findings.find((finding) => finding.id === id)?.verdict).toBe('contradicted')
})
