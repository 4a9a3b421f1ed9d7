import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Simulator } from '../../../simulator/index.ts'
import type { LifeEvent } from '../../../simulator/life/log.ts'
import { statusLog } from '../../../simulator/profiles/workflow.ts'
import type { ProfileData } from '../../../simulator/store/store.ts'
import { bodyOf, callIcims, createTenant, searchIds } from '../../tenant.ts'

const day = 86_400_000

/** A tenant after half a year, with everything that happened. */
let simulator: Simulator
let events: LifeEvent[]
beforeAll(async () => {
  // What is rare happens often enough to be seen.
  const life = { locations: 12, turnover: 1, reneges: 0.2 }
  simulator = await createTenant({ people: 300, life: true, tenant: { life } })
  simulator.advance('180d')
  events = simulator.tenant.life!.log.read()
})
afterAll(() => simulator.close())

const of = (kind: string): LifeEvent[] => events.filter((event) => event.kind === kind)
const read = (type: 'person' | 'job' | 'applicantworkflow', id: number | undefined): ProfileData =>
  simulator.tenant.store.get(type, id!)!

test('everything a hiring team does happens, and the platform refuses nothing', () => {
  const kinds = new Set(events.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining(
      `accepted applied approved back cancelled cleared contacted corrected declined drafted filled handed-over held hired holiday joined left marked merged
       moved offered onboarded onboarding opened pooled posted purged refreshed rejected reopened resume resumed started submitted
       withdrew`.split(/\s+/),
    ),
  )
  expect(of('refused')).toEqual([])
})

test('events come in order, inside the time that passed, and in sentences that name people', () => {
  const { clock } = simulator.tenant
  const times = events.map(({ at }) => at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1))
  expect(times[0]).toBeGreaterThanOrEqual(clock.now() - 180 * day)
  expect(times.at(-1)).toBeLessThanOrEqual(clock.now())
  expect(events.filter(({ text }) => /undefined|null|NaN|\[object|The platform/.test(text))).toEqual(
    events.filter(({ kind, text }) => kind === 'refused' || /^The platform (opened|moved)/.test(text)),
  )
})

test('people apply at all hours, and recruiters work on working days', () => {
  const hoursOf = (kind: string) => new Set(of(kind).map(({ at }) => new Date(at).getUTCHours()))
  expect(hoursOf('applied').size).toBeGreaterThan(20)
  // Offices of this region open at nine, 14:00 UTC or an hour later.
  expect(hoursOf('moved').size).toBeLessThan(12)
  const weekdays = new Set([...of('moved'), ...of('hired')].map(({ at }) => new Date(at).getUTCDay()))
  expect([...weekdays].sort()).toEqual([1, 2, 3, 4, 5])
  const applied = of('applied').map(({ at }) => new Date(at).getUTCDay())
  const perDay = (one: number): number => applied.filter((other) => other === one).length
  expect(perDay(1)).toBeGreaterThan(perDay(6))
})

test('a status moved by life is a platform user’s, who was not away', () => {
  const moved = of('moved').filter(({ by }) => by !== undefined)
  expect(moved.length).toBeGreaterThan(100)
  const away = new Map<number, number[]>()
  for (const { kind, by, at } of events) {
    if (kind === 'holiday') away.set(by!, [...(away.get(by!) ?? []), at])
    if (kind === 'back') away.set(by!, [...(away.get(by!) ?? []), at])
  }
  for (const { by, at, workflow } of moved) {
    const turns = (away.get(by!) ?? []).filter((turn) => turn <= at)
    expect([by, at, turns.length % 2]).toEqual([by, at, 0])
    const log = statusLog(simulator.tenant.store.get('applicantworkflow', workflow!) ?? {})
    const move = log.find(({ updateddate }) => updateddate === at)
    // A workflow that went over in a merge, or was purged, has no log any more.
    if (move !== undefined) expect(move.updatedby).toBe(by)
  }
})

test('partners are told of a candidate whom life moves, and not of one whom the API moves', async () => {
  const url = 'http://127.0.0.1:1/events'
  const events = [{ eventType: 'WorkFlowStatusChangeEvent', url, auth: { type: 'none' } } as const]
  await using living = await createTenant({ people: 60, life: true, deliver: false, tenant: { events } })
  const { outbox } = living.tenant
  living.advance('21d')
  const moves = living.tenant.life!.log.read({ kind: 'moved' })
  expect(moves.length).toBeGreaterThan(5)
  const told = outbox.list({ limit: 1_000 }).map(({ at }) => at)
  for (const { at } of moves) expect(told).toContain(at)
  const [workflow] = living.tenant.store.find('applicantworkflow', { status: 'D10100' })
  const answer = await callIcims(living, 'PATCH', `/applicantworkflows/${workflow}`, { status: { id: 'C12295' } })
  expect(answer.status).toBe(204)
  expect(outbox.list({ limit: 1_000 })).toHaveLength(told.length)
})

test('who is hired has a first day and an onboarding, and the job has a position less', async () => {
  const gone = new Set(of('withdrew').map(({ workflow }) => workflow))
  const hired = of('hired').filter(
    ({ workflow }) => !gone.has(workflow) && simulator.tenant.store.get('applicantworkflow', workflow!) !== undefined,
  )
  expect(hired.length).toBeGreaterThan(5)
  for (const { person, job } of hired) {
    expect(read('person', person)).toMatchObject({ startdate: expect.stringMatching(/^2026-/) })
    const { numberofpositions, numberofpositionsremaining = 0 } = read('job', job) as Record<string, number>
    if (numberofpositions !== undefined) expect(numberofpositionsremaining).toBeLessThan(numberofpositions)
  }
  const onboarded = new Set(of('onboarding').map(({ person }) => person))
  expect(onboarded.size).toBeGreaterThan(5)
})

test('a job that is filled is off its portals, and a job that is posted is found there', async () => {
  const { store } = simulator.tenant
  for (const { job } of of('filled')) {
    const { folder, jobposts = [] } = read('job', job)
    const posts = jobposts as readonly { isposted: boolean }[]
    if (folder === 'D31004') expect(posts.filter(({ isposted }) => isposted)).toEqual([])
  }
  const posted = of('posted').map(({ job }) => job!)
  const made = of('drafted').map(({ job }) => job!)
  expect(made.filter((job) => posted.includes(job)).length).toBeGreaterThan(5)
  expect(store.count('job')).toBe(60 + made.length)
})

test('the API shows what life did, and searches find it by when it changed', async () => {
  const last = of('moved').at(-1)!
  const body = await bodyOf(
    callIcims(simulator, 'GET', `/applicantworkflows/${last.workflow}?fields=status,updateddate,updatedby`),
  )
  expect(body.updatedby.id).toBe(last.by)
  const found = await searchIds(simulator, 'applicantworkflows', {
    filters: [{ name: 'applicantworkflow.updateddate', value: [body.updateddate], operator: '>=' }],
  })
  expect(found).toContain(last.workflow)
})

test('a new applicant has a career and a résumé of their own', async () => {
  const seeded = new Set(Array.from({ length: 300 }, (_, index) => index + 1))
  const person = of('applied')
    .map((event) => event.person!)
    .find((id) => !seeded.has(id) && simulator.tenant.store.get('person', id)?.resume !== undefined)!
  expect(read('person', person)).toMatchObject({ workexperience: expect.any(Array), source: expect.any(String) })
  const answer = await callIcims(simulator, 'GET', `/people/${person}/fields/resume/text`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain(String(read('person', person).lastname))
})

test('nothing happens by itself in a tenant that was made without life, and in one that rests', async () => {
  await using still = await createTenant({ people: 24 })
  const before = still.tenant.store.digest()
  still.advance('30d')
  expect(still.tenant.store.digest()).toBe(before)
  await using resting = await createTenant({ people: 24, life: true, tenant: { life: { enabled: false } } })
  resting.advance('30d')
  expect(resting.tenant.store.digest()).toBe(before)
  await using living = await createTenant({ people: 24, life: true })
  living.advance('30d', true)
  expect(living.tenant.store.digest()).toBe(before)
  living.advance('30d')
  expect(living.tenant.store.digest()).not.toBe(before)
})

test('what was due while a tenant rested is put off: nothing is dated before what a client has seen', async () => {
  await using living = await createTenant({ people: 60, life: true })
  living.advance('5d')
  living.advance('12d3h', true)
  const seen = living.tenant.clock.now()
  const { last } = living.tenant.life!.log
  living.advance('10d')
  const later = living.tenant.life!.log.read({ after: last })
  expect(later.length).toBeGreaterThan(5)
  expect(later.filter(({ at }) => at < seen)).toEqual([])
})

test('an application that came by the API is taken up by a recruiter the next days', async () => {
  await using living = await createTenant({
    people: 60,
    life: true,
    tenant: { life: { withdraws: 0, passes: { review: 1 } } },
  })
  living.advance('1d')
  const { store } = living.tenant
  const [job] = store.find('job', { folder: 'D31001' }).filter((id) => store.get('job', id)!.recruiter !== undefined)
  const body = { baseprofile: job, associatedprofile: 3 }
  const made = await callIcims(living, 'POST', '/applicantworkflows', body)
  expect(made.status).toBe(201)
  const workflow = Number(made.headers.get('location')!.split('/').at(-1))
  living.advance('14d')
  expect(living.tenant.life!.log.read({ workflow }).map(({ kind }) => kind)).toContain('moved')
})

test.each(['enterprise', 'eu', 'locked-down'] as const)(
  '%s lives too, and its platform refuses nothing',
  async (preset) => {
    await using living = await createTenant({ people: 120, preset, life: true })
    living.advance('45d')
    const log = living.tenant.life!.log
    expect(log.read({ kind: 'refused' })).toEqual([])
    expect(log.read({ kind: 'hired' }).length).toBeGreaterThan(0)
    expect(log.read({ kind: 'posted' }).length).toBeGreaterThan(0)
  },
)

test('an empty tenant lives without anybody in it, and begins when somebody comes', async () => {
  await using empty = await createTenant({ preset: 'empty', life: true })
  empty.advance('30d')
  expect(empty.tenant.life!.log.last).toBe(0)
})

test.each([
  [{ withdraws: 1.5 }, /life\.withdraws: 1\.5 is no rate: it must be a number from 0 to 1/],
  [{ applicants: -1 }, /life\.applicants: -1 is no rate/],
  [{ passes: { hired: 2 } }, /life\.passes\.hired: 2 is no rate/],
])('rates %j are refused, and no tenant is made', async (life, message) => {
  await expect(createTenant({ people: 3, life: true, tenant: { life } })).rejects.toThrow(message)
})
