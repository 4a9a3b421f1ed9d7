import type { ProfileData } from '../store/store.ts'
import type { TenantConfig } from '../tenant/config.ts'
import { createLists, type Lists } from '../tenant/lists.ts'
import type { RecordType } from '../tenant/record-types.ts'
import { type Family, families } from './data/families.ts'
import { createRandom, type Random } from './random.ts'

/** Takes one finished profile. */
export type PutProfile = (type: RecordType, id: number, data: ProfileData) => void

/** What everybody who writes the story has in hand. */
export type Story = {
  seed: string
  config: TenantConfig
  lists: Lists
  /** Midnight UTC of the day the story ends: nothing is dated later. */
  end: number
  put: PutProfile
  /** The next id of a collection entry. */
  nextEntry(): number
  /** A stream of choices of its own for this thing. */
  random(kind: string, index: number): Random
  /** The node of this text in a list. */
  node(list: string, value: string): string
}

export function createStory(
  seed: string,
  config: TenantConfig,
  today: string,
  put: PutProfile,
): Story & { entries(): number } {
  const lists = createLists(config.lists)
  let entry = 0
  return {
    seed,
    config,
    lists,
    end: Date.parse(`${today}T00:00:00Z`),
    put,
    nextEntry: () => ++entry,
    entries: () => entry,
    random: (kind, index) => createRandom(seed, kind, index),
    node(list, value) {
      const [found] = lists.match(list, value)
      if (found === undefined) throw new Error(`The list ${list} has no ${value}.`)
      return found.id
    },
  }
}

const wheel = families.flatMap((family) => Array.from({ length: family.share }, () => family))

/** A family of work, by its share. */
export function pickFamily(random: Random): Family {
  return random.pick(wheel)
}
