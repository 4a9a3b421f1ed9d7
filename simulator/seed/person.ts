import type { ProfileData } from '../store/store.ts'
import { homeAddress, mailAddress, phones } from './contact.ts'
import { type NamePool, namePools } from './data/names.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** Names, address and ways to reach somebody who does not exist: reserved mail domains, phone numbers kept for fiction. */
export function personBasics(story: Story, random: Random, id: number): ProfileData {
  const names = pickNames(story, random)
  const isFemale = random.chance(0.58)
  const first = random.pick(isFemale ? names.female : names.male)
  const last = random.pick(names.last)
  const city = random.pick(story.place.cities)
  return {
    firstname: first,
    ...(random.chance(0.3) && {
      middlename: random.pick(isFemale ? names.female : names.male).slice(0, random.chance(0.6) ? 1 : 20),
    }),
    lastname: last,
    email: mailAddress(random, first, last, id),
    ...(random.chance(0.35) && { gender: isFemale ? 'Female' : 'Male' }),
    ...(random.chance(0.9) && { phones: phones(story, random, city) }),
    ...(random.chance(0.92) && { addresses: [homeAddress(story, random, city)] }),
  }
}

/** A language by its share, then its names. */
function pickNames({ config }: Story, random: Random): NamePool {
  const roll = random.next()
  let below = 0
  for (const { share, names } of namePools[config.region]) {
    below += share
    if (roll < below) return names
  }
  return namePools[config.region][0]!.names
}
