import { expect, test } from 'vitest'
import { faultSets } from '../../simulator/faults/sets.ts'
import { type Simulator, stateDigest } from '../../simulator/index.ts'
import type { PresetName } from '../../simulator/tenant/presets/presets.ts'
import { createConnector } from '../connector.ts'
import { apiKey, createPair, encryptionKey, type Pair } from '../pair.ts'
import { asFetch, originOf } from '../tenant.ts'

/** How long tenants live, and how many people they begin with. */
const days = Number(process.env.LIFE_DAYS ?? 30)
const people = Number(process.env.LIFE_PEOPLE ?? 150)

type Rows = Map<string, Record<string, unknown>>

/** Every row the unified API shows, by list and remote id, without the times at which this connector saw it change. */
async function rowsOf(pair: Pick<Pair, 'connector' | 'integrationId'>): Promise<Rows> {
  const rows: Rows = new Map()
  for (const list of pair.connector.lists) {
    for await (const row of pair.connector.rows(pair.integrationId, list)) {
      rows.set(`${list} ${row.remote_id}`, withoutTimes(row) as Record<string, unknown>)
    }
  }
  return rows
}

function withoutTimes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (name, found) => (name === 'changed_at' ? undefined : found))
}

/** What a connector shows that has never seen the tenant before. */
async function freshRows({ simulator, integrationId }: Pair, settings: object): Promise<Rows> {
  const { customerId, users } = simulator.coordinates
  const { username, password } = users[1]!
  await using connector = await createConnector({
    apiKey,
    encryptionKey,
    clock: { now: () => new Date(simulator.tenant.clock.now()), sleep: async () => {} },
    random: () => 0.5,
    fetch: asFetch((request) => simulator.fetch(request)),
    integrations: [
      {
        customerId: String(customerId),
        baseUrl: originOf(simulator),
        auth: { type: 'basic', username, password },
        settings,
      },
    ],
  })
  const [integration] = await connector.integrations()
  expect(integration!.id).toBe(integrationId)
  expect(await connector.sync(integrationId)).toMatchObject({ state: 'SUCCEEDED' })
  return await rowsOf({ connector, integrationId })
}

/**
 * Where two connectors differ; a stage that only one of them has seen on the way is none, nor
 * is one in a job, whose stages are all that were seen. */
function differences(ours: Rows, fresh: Rows): string[] {
  const keys = [...new Set([...ours.keys(), ...fresh.keys()])].filter(
    (key) => !key.startsWith('/ats/application-stages '),
  )
  return keys.flatMap((key) => {
    const [one, other] = [ours.get(key), fresh.get(key)]
    if (one === undefined || other === undefined) return [`${key}: ${one ? 'stands too long' : 'is missing'}`]
    const isSeenStage = (name: string): boolean => key.startsWith('/ats/jobs ') && name === 'stages'
    const names = Object.keys({ ...one, ...other }).filter(
      (name) => text(one[name]) !== text(other[name]) && !isSeenStage(name),
    )
    return names.map((name) => `${key}: ${name} is ${text(one[name])}, of a fresh one ${text(other[name])}`)
  })
}

const text = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

const types = {
  '/ats/candidates': 'person',
  '/ats/jobs': 'job',
  '/ats/applications': 'applicantworkflow',
  '/ats/users': 'person',
} as const

/** Whether the profile a row is of is gone, or one that it hangs on. */
function isGone({ tenant: { store } }: Simulator, difference: string): boolean {
  const [, list, id] = /^(\S+) ([^:]+):/.exec(difference)!
  const type = types[list as keyof typeof types]
  return type === undefined ? false : store.get(type, Number(id)) === undefined
}

type Ways = {
  preset?: PresetName
  auth?: 'basic' | 'oauth'
  /** Before the sync of a day. */
  before?(simulator: Simulator, day: number): void
  /** Whether the sync of a day stops short. */
  stops?(day: number): boolean
}

/** Thirty days, a delta after each, and then the comparisons. */
async function liveAndSync({ preset = 'default', auth = 'basic', before, stops }: Ways): Promise<void> {
  const settings = {}
  await using pair = await createPair({
    auth,
    settings,
    simulator: { preset, life: true, wait: async () => {}, ...(preset !== 'empty' && { people }) },
  })
  const { simulator, connector, integrationId } = pair
  expect(await connector.sync(integrationId)).toMatchObject({ state: 'SUCCEEDED' })
  for (let day = 1; day <= days; day++) {
    simulator.advance('1d')
    before?.(simulator, day)
    const summary = await connector.sync(integrationId, { type: 'DELTA' })
    const state = stops?.(day) ? 'TIMED_OUT' : 'SUCCEEDED'
    expect([day, summary]).toEqual([day, expect.objectContaining({ state })])
  }
  // An index that lags catches up while nobody does anything.
  simulator.advance('20m', true)
  expect(await connector.sync(integrationId, { type: 'DELTA' })).toMatchObject({ state: 'SUCCEEDED' })
  const lived = stateDigest(simulator.tenant)
  const faults = simulator.tenant.faults.list()
  simulator.tenant.faults.clear()
  const fresh = await freshRows(pair, settings)
  for (const { id, matched, hits, ...rule } of faults) simulator.tenant.faults.add(rule)
  const unseen = differences(await rowsOf(pair), fresh)
  expect(unseen.filter((difference) => !isGone(simulator, difference))).toEqual([])
  expect(await connector.sync(integrationId, { type: 'FULL' })).toMatchObject({ type: 'FULL', state: 'SUCCEEDED' })
  expect(differences(await rowsOf(pair), fresh)).toEqual([])
  expect(stateDigest(simulator.tenant)).toBe(lived)
  if (preset !== 'empty') expect(simulator.tenant.life!.log.last).toBeGreaterThan(5 * days)
}

test.each(['default', 'enterprise', 'eu', 'locked-down', 'empty'] as const)(
  'a month of %s by deltas comes to the same as a fresh sync, but for what was purged, until a full run',
  (preset) => liveAndSync({ preset }),
)

test.each(['flaky', 'slow', 'eventual', 'auth-rotation'] as const)(
  'a month under %s comes to the same',
  async (name) => {
    let hits = 0
    await liveAndSync({
      auth: name === 'auth-rotation' ? 'oauth' : 'basic',
      before(simulator, day) {
        if (day === 1) for (const rule of faultSets[name]) simulator.tenant.faults.add(rule)
        hits = simulator.tenant.faults.list().reduce((sum, rule) => sum + rule.hits, 0)
      },
    })
    expect(hits).toBeGreaterThan(0)
  },
)

test('a month in which calls run out on every third day comes to the same with the next day’s', async () => {
  const stops = (day: number): boolean => day % 3 === 1
  await liveAndSync({
    stops,
    before({ tenant }, day) {
      if (!stops(day)) return
      const midnight = Math.ceil(tenant.clock.now() / 86_400_000) * 86_400_000
      const until = new Date(midnight).toISOString()
      for (const rule of faultSets['quota-exhausted']) tenant.faults.add({ ...rule, skip: 3, until })
    },
  })
})
