import { mergePeople } from '../profiles/merge.ts'
import { markForPurge } from '../profiles/purge.ts'
import { updateProfile } from '../profiles/write.ts'
import { updateEntry } from '../profiles/write-entry.ts'
import { homeAddress, phones } from '../seed/contact.ts'
import type { Random } from '../seed/random.ts'
import type { Plan } from './agenda.ts'
import { makeNames } from './applicants.ts'
import { toBody } from './bodies.ts'
import { completed } from './complete.ts'
import { actor, type Life } from './life-context.ts'
import { personName } from './names.ts'
import { pickRecruiter } from './team.ts'

/** Folders of people who look after their own profile. */
const own = new Set(['D32007', 'D32008', 'D32013'])

/** Somebody at random who looks after their own profile. */
export function pickPerson({ context }: Life, random: Random, folders: ReadonlySet<string> = own): number | undefined {
  const last = context.store.last('person')
  for (let i = 0; i < 8 && last > 0; i++) {
    const id = random.int(1, last)
    const person = context.store.get('person', id)
    if (person !== undefined && folders.has(String(person.folder)) && person.login === undefined) return id
  }
  return undefined
}

/** Somebody moves, changes a phone number, or takes another name. */
export function correct(life: Life, random: Random): void {
  const { context } = life
  const id = pickPerson(life, random)
  if (id === undefined) return
  const person = context.store.get('person', id)!
  const name = personName(life, id)
  const story = life.story()
  const city = random.pick(story.place.cities)
  const roll = random.next()
  if (roll < 0.15) {
    const lastname = makeNames(life, random).last
    if (lastname === person.lastname) return
    updateProfile(context, 'person', id, completed(life, person, { lastname }), actor(id))
    life.tell('corrected', `${name} is called ${personName(life, id)} now`, { person: id })
    return
  }
  const isMove = roll < 0.6
  const field = isMove ? 'addresses' : 'phones'
  const made = isMove ? [homeAddress(story, random, city)] : phones(story, random, city).slice(0, 1)
  const [values] = toBody(life, 'person', { [field]: made })[field] as [Record<string, unknown>]
  const [first] = (person[field] ?? []) as readonly { entry: number }[]
  if (first === undefined)
    updateProfile(context, 'person', id, completed(life, person, { [field]: [values] }), actor(id))
  else updateEntry(context, 'person', id, field, first.entry, values, actor(id))
  life.tell('corrected', isMove ? `${name} moved to ${city.city}` : `${name} has another phone number`, { person: id })
}

/** Somebody asks to be forgotten: the next purge removes them. */
export function forget(life: Life, random: Random): void {
  const by = pickRecruiter(life, random)
  const id = pickPerson(life, random, new Set(['D32007', 'D32008']))
  if (id === undefined || by === undefined) return
  markForPurge(life.context, 'person', [id])
  const text = `${personName(life, by)} put ${personName(life, id)}, who asked to be deleted, into the Purge folder`
  life.tell('marked', text, { by, person: id })
}

/** A recruiter sees that two profiles are one person. */
export function merge(life: Life, id: number, plan: Plan, random: Random): undefined {
  const { context } = life
  const into = Number(plan.into)
  const by = pickRecruiter(life, random)
  const twin = context.store.get('person', id)
  const kept = context.store.get('person', into)
  if (by === undefined || !own.has(String(twin?.folder)) || !own.has(String(kept?.folder))) return
  // Somebody changed a name meanwhile: nobody would see it any more.
  if (twin?.firstname !== kept?.firstname || twin?.lastname !== kept?.lastname) return
  const text = `${personName(life, by)} merged ${personName(life, id)} (${id}) into the same person's older profile (${into})`
  mergePeople(context, into, id)
  life.tell('merged', text, { by, person: into })
}
