import { day } from './calendar.ts'
import { families } from './data/families.ts'
import type { Story } from './story.ts'
import type { Users } from './users.ts'

/** Somebody the story has put down: since when, and in which line of work. */
export type Placed = { id: number; created: number; family: string }

/** Puts down the talent pools, one for each of the larger lines of work; their ids by family. */
export function seedTalentPools(story: Story, count: number, { recruiters }: Users): Map<string, number> {
  return new Map(
    families.slice(0, recruiters.length === 0 ? 0 : count).map((family, i) => {
      const random = story.random('talentpool', i)
      const created = story.end - random.int(500, 1_000) * day
      story.put('talentpool', i + 1, {
        title: `${family.department} Talent Community`,
        folder: 'D37001',
        owner: random.pick(recruiters),
        createddate: created,
        updateddate: created,
      })
      return [family.name, i + 1]
    }),
  )
}

/** One candidate in ten has joined the pool of its work, at a fair or by signing up. */
export function joinPool(story: Story, pools: ReadonlyMap<string, number>, next: () => number, person: Placed): void {
  const pool = pools.get(person.family)
  const random = story.random('pool', person.id)
  if (pool === undefined || !random.chance(0.1)) return
  const joined = Math.max(person.created, Math.min(person.created + random.int(0, 20) * day, story.end - day))
  const isReviewed = random.chance(0.6)
  const status = isReviewed ? random.pick(['D37002021002', 'D37002021003']) : 'D37002021001'
  const reviewed = isReviewed
    ? Math.max(joined, Math.min(joined + random.int(1, 9) * day, story.end - day / 24))
    : joined
  const first = { status: 'D37002021001', updateddate: joined, updatedby: null }
  story.put('sourceworkflow', next(), {
    baseprofile: pool,
    associatedprofile: person.id,
    status,
    source: random.pick(['D104002', 'D104003', 'D104004', 'D104005']),
    sourceorigin: random.pick(['D37002040001', 'D37002040002', 'D37002040005']),
    createddate: joined,
    updateddate: reviewed,
    submittalstatuslog: isReviewed ? [{ status, updateddate: reviewed, updatedby: null }, first] : [first],
  })
}
