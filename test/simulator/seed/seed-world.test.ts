import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCoordinates } from '../../../simulator/index.ts'
import { seedWorld } from '../../../simulator/seed/seed-world.ts'
import { generatorVersion } from '../../../simulator/seed/version.ts'
import type { ProfileData } from '../../../simulator/store/store.ts'
import type { Field } from '../../../simulator/tenant/fields/field.ts'
import { createLists } from '../../../simulator/tenant/lists.ts'
import { defaultTenant } from '../../../simulator/tenant/presets/default.ts'
import { profileTypeNames, profileTypes } from '../../../simulator/tenant/profile-types.ts'
import { type RecordType, recordTypeNames } from '../../../simulator/tenant/record-types.ts'

const config = defaultTenant(defaultCoordinates)
const lists = createLists(config.lists)
const end = Date.parse('2026-01-15T00:00:00Z')

type World = Record<RecordType, Map<number, ProfileData>>

function seed(people: number, name = 'icims'): { world: World; counters: Record<string, number> } {
  const world = Object.fromEntries(recordTypeNames.map((type) => [type, new Map()])) as World
  const making = seedWorld({ seed: name, people, today: '2026-01-15', config }, (type, id, data) =>
    world[type].set(id, data),
  )
  for (let step = making.next(); ; step = making.next()) if (step.done) return { world, counters: step.value }
}

function digest({ world }: { world: World }): string {
  const rows = recordTypeNames.flatMap((type) =>
    [...world[type]].sort(([a], [b]) => a - b).map(([id, data]) => [type, id, data]),
  )
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

test('the default tenant has the promised sizes', () => {
  const { world, counters } = seed(300)
  expect(Object.fromEntries(profileTypeNames.map((type) => [type, world[type].size]))).toEqual({
    person: 300,
    job: 60,
    company: 8,
    talentpool: 6,
    newhirecategory: 2,
    applicantworkflow: 900,
    sourceworkflow: expect.any(Number),
    onboardworkflow: expect.any(Number),
  })
  expect(world.sourceworkflow.size).toBeGreaterThan(15)
  expect(world.onboardworkflow.size).toBeGreaterThan(10)
  expect([...world.person.values()].filter(({ login }) => login !== undefined)).toHaveLength(25)
  expect(counters).toMatchObject({ person: 300, company: 8, job: 1_060, applicantworkflow: 10_900 })
})

test('the same seed gives the same bytes, and another one others', () => {
  expect(digest(seed(60))).toBe(digest(seed(60)))
  expect(digest(seed(60, 'other'))).not.toBe(digest(seed(60)))
})

test.each([3, 24, 60])('a tenant of %d people has jobs and somebody to hire for them', (people) => {
  expect(seed(people).world.job.size).toBeGreaterThan(0)
})

test('the bytes are those of this generator version: when they move, the version must', () => {
  expect([3, 24, 60].map((people) => digest(seed(people)))).toMatchSnapshot(`generator version ${generatorVersion}`)
})

test('neither the time zone nor the language of the machine changes a byte', () => {
  const run = (zone: string, language: string): string =>
    execFileSync(process.execPath, [fileURLToPath(new URL('./print-world.ts', import.meta.url))], {
      env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
      encoding: 'utf8',
    })
  expect(run('Asia/Tokyo', 'de_DE.UTF-8')).toBe(run('America/Chicago', 'en_US.UTF-8'))
})

function checkWorld(people: number, name: string): void {
  const { world, counters } = seed(people, name)
  const entries = new Set<number>()
  const emails = new Set<string>()
  const pairs = new Set<string>()
  for (const type of profileTypeNames) {
    for (const [id, data] of world[type]) {
      checkFields(profileTypes[type].fields, data, entries)
      expect(id).toBeLessThanOrEqual(counters[type]!)
      expect(data.createddate).toBeLessThanOrEqual(data.updateddate as number)
      expect(data.updateddate).toBeLessThanOrEqual(end)
    }
  }
  for (const { email, phones, createddate } of world.person.values()) {
    expect(email).toMatch(/^[a-z.]+\d+@example\.(com|net|org)$/)
    expect(emails.has(String(email))).toBe(false)
    emails.add(String(email))
    for (const { phonenumber } of (phones ?? []) as { phonenumber: string }[])
      expect(phonenumber).toMatch(/^\d{3}-555-01\d\d$/)
    expect(Number.isSafeInteger(createddate)).toBe(true)
  }
  for (const job of world.job.values()) {
    for (const user of [job.recruiter, job.hiringmanager]) expect(world.person.get(user as number)?.login).toBeDefined()
    const { companyid, entry } = job.joblocation as { companyid: number; entry: number }
    const addresses = world.company.get(companyid)?.addresses as { entry: number }[]
    expect(addresses.map((address) => address.entry)).toContain(entry)
    expect(job.numberofpositionsremaining).toBeGreaterThanOrEqual(0)
  }
  const hires = new Map<number, number>()
  for (const workflow of world.applicantworkflow.values()) {
    const {
      associatedprofile: person,
      baseprofile: job,
      submittalstatuslog,
      createddate,
      updateddate,
      status,
    } = workflow
    const key = `${person} ${job}`
    expect(pairs.has(key)).toBe(false)
    pairs.add(key)
    expect(world.person.get(person as number)?.createddate).toBeLessThanOrEqual(createddate as number)
    expect(world.job.get(job as number)?.createddate).toBeLessThanOrEqual(createddate as number)
    const moves = submittalstatuslog as { status: string; updateddate: number }[]
    expect(moves[0]).toMatchObject({ status, updateddate })
    expect(moves.at(-1)?.updateddate).toBe(createddate)
    for (const [i, move] of moves.slice(1).entries())
      expect(move.updateddate).toBeLessThanOrEqual(moves[i]!.updateddate)
    if (status === 'C2040') hires.set(job as number, (hires.get(job as number) ?? 0) + 1)
  }
  for (const type of ['sourceworkflow', 'onboardworkflow'] as const) {
    for (const workflow of world[type].values()) {
      const person = world.person.get(workflow.associatedprofile as number)
      expect(person?.createddate).toBeLessThanOrEqual(workflow.createddate as number)
      expect(world[profileTypes[type].workflow!.base].has(workflow.baseprofile as number)).toBe(true)
      const moves = workflow.submittalstatuslog as { status: string; updateddate: number }[]
      expect(moves[0]).toMatchObject({ status: workflow.status, updateddate: workflow.updateddate })
    }
  }
  for (const [id, form] of world.formdata) {
    const owner = form.owner as { type: 'person' | 'applicantworkflow' | 'onboardworkflow'; id: number }
    const of = owner.type === 'person' ? form.person : world[owner.type].get(owner.id)?.associatedprofile
    expect(of).toBe(form.person)
    expect(world.person.get(form.person as number)?.createddate).toBeLessThanOrEqual(form.requesteddate as number)
    expect(form.requesteddate).toBeLessThan(form.completeddate as number)
    expect(form.completeddate).toBeLessThanOrEqual(end)
    expect(id).toBeLessThanOrEqual(counters.formdata!)
  }
  for (const [id, job] of world.job) {
    expect(job.numberofpositionsremaining).toBe((job.numberofpositions as number) - (hires.get(id) ?? 0))
  }
}

/** Lengths, list items, required values and entry ids of one profile or group. */
function checkFields(fields: readonly Field[], data: Record<string, unknown>, entries: Set<number>): void {
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined) {
      if (field.required) throw new Error(`${field.name} is missing`)
      continue
    }
    if (typeof value === 'string' && field.max !== undefined) expect(value.length).toBeLessThanOrEqual(field.max)
    if (field.kind === 'node' || field.kind === 'place')
      expect(lists.node(String(value))?.list, `${field.name} ${value}`).toBe(field.list)
    if (field.kind === 'dateonly') expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    if (field.kind !== 'collection') continue
    for (const group of value as { entry: number }[]) {
      expect(entries.has(group.entry)).toBe(false)
      entries.add(group.entry)
      checkFields(field.children!, group, entries)
    }
  }
}

test('the default tenant is consistent', () => checkWorld(300, 'icims'))

test('any small tenant of any seed is consistent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.string({ maxLength: 8 }), (people, name) =>
      checkWorld(people, name),
    ),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 15) },
  )
})
