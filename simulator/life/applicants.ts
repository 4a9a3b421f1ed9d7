import { createProfile, updateProfile } from '../profiles/write.ts'
import { career } from '../seed/career.ts'
import { homeAddress, mailAddress, phones } from '../seed/contact.ts'
import type { Source } from '../seed/data/sources.ts'
import type { Random } from '../seed/random.ts'
import type { ProfileData } from '../store/store.ts'
import { toBody } from './bodies.ts'
import { completed } from './complete.ts'
import { actor, type Life } from './life-context.ts'
import { type Trade, tradeOf } from './names.ts'
import { resumeField } from './resume.ts'

/** Folders of candidates: those who look for work, and those who no longer do. */
const looking = 'D32007'
const resting = 'D32008'
/** Folder of those who work here. */
export const employed = 'D32013'

/** Somebody who applies, and what makes them apply that way. */
export type Applicant = { person: number; isNew: boolean; isEmployee: boolean }

/** How many people are asked before nobody suitable is thought to be there. */
const tries = 8

/** Somebody of this trade whom the tenant knows, and who is not on the job yet; undefined when nobody was found. */
export function findKnown(life: Life, random: Random, job: number, { family, rung }: Trade): Applicant | undefined {
  const { store } = life.context
  const last = store.last('person')
  for (let i = 0; i < tries && last > 0; i++) {
    const person = random.int(1, last)
    const data = store.get('person', person)
    if (data === undefined || ![looking, resting, employed].includes(String(data.folder))) continue
    const trade = tradeOf(data.jobtitle)
    if (trade?.family !== family || Math.abs(trade.rung - rung) > 1) continue
    if (store.find('applicantworkflow', { associatedprofile: person, baseprofile: job }).length > 0) continue
    return { person, isNew: false, isEmployee: data.folder === employed }
  }
  return undefined
}

/** Brings somebody known back among those who look for work. */
export function wake(life: Life, { person }: Applicant): void {
  const { context } = life
  const data = context.store.get('person', person)
  if (data?.folder !== resting) return
  updateProfile(context, 'person', person, completed(life, data, { folder: { id: looking } }), actor(undefined))
}

/**
 * Registers somebody new of this trade.
 *
 * @param names of whom it really is, when somebody registers for a second time.
 * @throws IcimsError when the tenant asks for more than people have.
 */
export function register(
  life: Life,
  random: Random,
  { family, rung }: Trade,
  source: Source,
  names: { first: string; last: string } = makeNames(life, random),
): Applicant {
  const { context } = life
  const story = life.story()
  const city = random.pick(story.place.cities)
  const steps = family.ladder.length - 1
  const person: ProfileData = {
    firstname: names.first,
    lastname: names.last,
    email: mailAddress(random, names.first, names.last, context.store.last('person') + 1),
    phones: phones(story, random, city),
    addresses: [homeAddress(story, random, city)],
    ...career(story, random, family, Math.min(steps, Math.max(0, rung + random.int(-1, 1)))),
    folder: looking,
    source: source.kind,
    sourcename: source.name,
  }
  const files = random.chance(0.9) ? resumeField(life, person) : {}
  const { id } = createProfile(context, 'person', toBody(life, 'person', person), actor(undefined), files)
  return { person: id, isNew: true, isEmployee: false }
}

/** A name put together from those of two people: no others are at hand once the first day is written. */
export function makeNames(life: Life, random: Random): { first: string; last: string } {
  const { store } = life.context
  const known = store.last('person')
  const pick = (field: 'firstname' | 'lastname', otherwise: string): string => {
    for (let i = 0; i < tries && known > 0; i++) {
      const name = store.get('person', random.int(1, known))?.[field]
      // A merged profile is called after the one it went into.
      if (typeof name === 'string' && /^\p{L}[\p{L}'-]*$/u.test(name)) return name
    }
    return otherwise
  }
  return { first: pick('firstname', 'Alex'), last: pick('lastname', 'Morgan') }
}
