import { fold } from '../search/fold.ts'
import type { ProfileData } from '../store/store.ts'
import { day, dayOf } from './calendar.ts'
import type { Family } from './data/families.ts'
import { type NamePool, namePools } from './data/names.ts'
import type { City } from './data/places.ts'
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
    email: `${mailPart(first)}.${mailPart(last)}${id}@${random.pick(['example.com', 'example.net', 'example.org'])}`,
    ...(random.chance(0.35) && { gender: isFemale ? 'Female' : 'Male' }),
    ...(random.chance(0.9) && { phones: phones(story, random, city) }),
    ...(random.chance(0.92) && { addresses: [homeAddress(story, random, city)] }),
  }
}

/** A career that ends in this rung of the family's ladder, the newest job first, without overlaps; and the schooling for it. */
export function career(story: Story, random: Random, family: Family, rung: number): ProfileData {
  const work: ProfileData[] = []
  const { years } = family.ladder[rung]!
  let to: number | undefined
  // Whoever applies has often just left, and is else still there.
  if (random.chance(0.4)) to = story.end - random.int(20, 300) * day
  let newest = to ?? story.end
  let remaining = years * 365 + random.int(100, 900)
  for (let step = rung; step >= 0 && work.length < 4 && remaining > 60; step--) {
    const length =
      step === 0 ? Math.min(remaining, random.int(300, 1_500)) : Math.min(remaining, random.int(400, 1_600))
    const from = newest - length * day
    work.push({
      entry: story.nextEntry(),
      ...(work.length === 0 && { primary: true }),
      workemployer: random.pick(family.employers),
      worktitle: family.ladder[step]!.title,
      workstartdate: dayOf(from),
      ...(to !== undefined && { workenddate: dayOf(to) }),
      ...(random.chance(0.7) && { workdescription: `<p>${random.some(family.duties, 2).join('. ')}.</p>` }),
    })
    newest = from - random.int(5, 120) * day
    to = newest
    remaining -= length
  }
  const graduated = newest - random.int(10, 500) * day
  return {
    ...(work.length > 0 && { workexperience: work as never, jobtitle: work[0]!.worktitle }),
    ...(random.chance(0.8) && { education: [schooling(story, random, family, graduated)] }),
  } as ProfileData
}

function schooling(story: Story, random: Random, family: Family, graduated: number) {
  const degree = random.pick(family.degrees)
  const schools = story.lists
    .nodes('lists.school')
    .filter(({ value }) => value.includes('High') === (degree === 'High School'))
  return {
    entry: story.nextEntry(),
    primary: true,
    school: random.pick(schools).id,
    degree: story.node('lists.degree', degree),
    ...(degree !== 'High School' && { major: story.node('lists.major', random.pick(family.majors)) }),
    isgraduated: 'Yes',
    graduationdate: dayOf(graduated),
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

function phones(story: Story, random: Random, city: City) {
  const phone = (type: string, primary: boolean) => ({
    entry: story.nextEntry(),
    ...(primary && { primary: true }),
    phonetype: type,
    phonenumber: city.phone(random),
  })
  const mobile = phone('D83004', true)
  return random.chance(0.25) ? [mobile, phone(random.pick(['D83001', 'D83002']), false)] : [mobile]
}

function homeAddress(story: Story, random: Random, city: City) {
  return {
    entry: story.nextEntry(),
    primary: true,
    addresstype: 'D84002',
    ...(random.chance(0.85) && { addressstreet1: `${random.int(1, 9900)} ${random.pick(story.place.streets)}` }),
    ...(random.chance(0.15) && { addressstreet2: `Apt ${random.int(1, 40)}` }),
    addresscity: city.city,
    ...(city.state !== undefined && { addressstate: city.state }),
    addresszip: city.zip(random),
    addresscountry: city.country,
  }
}

function mailPart(name: string): string {
  return fold(name)
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z]/g, '')
}
