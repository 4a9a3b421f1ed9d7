import { day } from './calendar.ts'
import { type City, sites } from './data/places.ts'
import type { Story } from './story.ts'

/** A location as the rest of the story needs it. */
export type Site = { companyid: number; entry: number; city: City; remote: boolean }

/** Writes the company's locations, the last of them for those who work from home. */
export function seedCompanies(story: Story, count: number): Site[] {
  const { cities, streets, remote: home } = story.place
  return Array.from({ length: count }, (_, index) => {
    const random = story.random('company', index)
    const city = cities[index % cities.length]!
    const remote = index === count - 1 && count > 1
    const site = sites[Math.floor(index / cities.length) * 3 + (index % 3)] ?? sites[index % sites.length]!
    const created = story.end - random.int(900, 2_400) * day
    const entry = story.nextEntry()
    const address = remote
      ? { entry, primary: true, addresscountry: home.country }
      : {
          entry,
          primary: true,
          addresstype: story.node('lists.address_type', 'Work'),
          addressstreet1: `${random.int(10, 4800)} ${random.pick(streets)}`,
          addresscity: city.city,
          ...(city.state !== undefined && { addressstate: city.state }),
          addresszip: city.zip(random),
          addresscountry: city.country,
        }
    story.put('company', index + 1, {
      name: remote ? home.name : `${city.city} ${site}`,
      folder: 'D33001',
      externalid: `LOC-${String(index + 1).padStart(3, '0')}`,
      addresses: [address],
      createddate: created,
      updateddate: created + random.int(0, 400) * day,
    })
    return { companyid: index + 1, entry, city, remote }
  })
}
