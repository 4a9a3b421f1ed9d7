import type { Body } from '../profiles/write.ts'
import { homeAddress, phones } from '../seed/contact.ts'
import type { ProfileData } from '../store/store.ts'
import { toBody } from './bodies.ts'
import type { Life } from './life-context.ts'

/** What a form would ask somebody for before it can be saved: the ways to reach them that the tenant requires (D24). */
export function completed(life: Life, person: ProfileData, body: Body): Body {
  const { fields } = life.context
  const lacks = (name: string): boolean =>
    fields.find('person', name)?.required === true && person[name] === undefined && body[name] === undefined
  if (!lacks('addresses') && !lacks('phones')) return body
  const story = life.story()
  const random = life.random('complete', String(person.email))
  const city = random.pick(story.place.cities)
  const missing = {
    ...(lacks('phones') && { phones: phones(story, random, city) }),
    ...(lacks('addresses') && { addresses: [homeAddress(story, random, city)] }),
  }
  return { ...toBody(life, 'person', missing as ProfileData), ...body }
}
