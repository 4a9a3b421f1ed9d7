import { fold } from '../search/fold.ts'
import type { City } from './data/places.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** An address that is nobody's: its domains are reserved, the number makes it the only one. */
export function mailAddress(random: Random, first: string, last: string, number: number): string {
  return `${mailPart(first)}.${mailPart(last)}${number}@${random.pick(['example.com', 'example.net', 'example.org'])}`
}

/** A mobile number, and sometimes another one. */
export function phones(story: Story, random: Random, city: City) {
  const phone = (type: string, primary: boolean) => ({
    entry: story.nextEntry(),
    ...(primary && { primary: true }),
    phonetype: type,
    phonenumber: city.phone(random),
  })
  const mobile = phone('D83004', true)
  return random.chance(0.25) ? [mobile, phone(random.pick(['D83001', 'D83002']), false)] : [mobile]
}

/** Where somebody lives. */
export function homeAddress(story: Story, random: Random, city: City) {
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
