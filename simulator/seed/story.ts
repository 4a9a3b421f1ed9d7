import type { ProfileData } from '../store/store.ts'
import type { TenantConfig } from '../tenant/config.ts'
import { createLists, type Lists } from '../tenant/lists.ts'
import type { RecordType } from '../tenant/record-types.ts'
import { customValues } from './custom-fields.ts'
import { families } from './data/families.ts'
import type { Family } from './data/family.ts'
import { type Place, places } from './data/places.ts'
import { createRandom, type Random } from './random.ts'

/** Takes one finished profile. */
export type PutProfile = (type: RecordType, id: number, data: ProfileData) => void

/** What everybody who writes the story has in hand. */
export type Story = {
  seed: string
  config: TenantConfig
  lists: Lists
  /** Where its people and locations are. */
  place: Place
  /** Midnight UTC of the day the story ends: nothing is dated later. */
  end: number
  put: PutProfile
  /** The next id of a collection entry. */
  nextEntry(): number
  /** A stream of choices of its own for this thing. */
  random(kind: string, index: number): Random
  /** The node of this text in a list; another one, always the same, in a list that the customer filled otherwise. */
  node(list: string, value: string): string | undefined
}

export function createStory(
  seed: string,
  config: TenantConfig,
  today: string,
  put: PutProfile,
): Story & { entries(): number } {
  const lists = createLists(config.lists)
  let entry = 0
  const story: Story & { entries(): number } = {
    seed,
    config,
    lists,
    place: places[config.region],
    end: Date.parse(`${today}T00:00:00Z`),
    put: (type, id, data) => put(type, id, { ...data, ...customValues(story, type, id) }),
    nextEntry: () => ++entry,
    entries: () => entry,
    random: (kind, index) => createRandom(seed, kind, index),
    node(list, value) {
      const [found] = lists.match(list, value)
      if (found !== undefined) return found.id
      const others = lists.nodes(list)
      return others.length === 0 ? undefined : createRandom(list, value).pick(others).id
    },
  }
  return story
}

const wheel = families.flatMap((family) => Array.from({ length: family.share }, () => family))

/** A family of work, by its share. */
export function pickFamily(random: Random): Family {
  return random.pick(wheel)
}
