import { runPurge } from '../profiles/purge.ts'
import { createProfile } from '../profiles/write.ts'
import { day } from '../seed/calendar.ts'
import { sites as siteKinds } from '../seed/data/places.ts'
import { describeJob, pickSite, pickType } from '../seed/describe-job.ts'
import type { Random } from '../seed/random.ts'
import { pickFamily } from '../seed/story.ts'
import type { Plan } from './agenda.ts'
import { toBody } from './bodies.ts'
import { draft } from './folders.ts'
import { actor, type Life } from './life-context.ts'
import { jobName, personName, siteName } from './names.ts'
import { isoDay } from './offer.ts'
import { correct, forget } from './people.ts'
import { sendResume } from './resume.ts'
import { join } from './staff.ts'
import { onboard } from './start.ts'
import { pickManager, pickRecruiter, readSites } from './team.ts'

/** Something that is done once, by whoever is there. */
type Errand = (life: Life, plan: Plan, random: Random) => void

/** A manager needs somebody. */
const draftJob: Errand = (life, _, random) => {
  const { context, calendar, agenda } = life
  const story = life.story()
  const sites = readSites(life)
  const family = pickFamily(random)
  const by = pickManager(life, random, family.name)
  const recruiter = pickRecruiter(life, random)
  if (by === undefined || recruiter === undefined || sites.length === 0) return
  const rung = random.int(0, family.ladder.length - 1)
  const { site, hybrid } = pickSite(random, family, sites)
  const positions = random.chance(0.8) ? 1 : random.int(2, 4)
  const outline = { family, rung, site, hybrid, positions, type: pickType(random, family) }
  const job = {
    ...describeJob(story, random, outline),
    folder: draft,
    hiringmanager: by,
    recruiter,
    ...(random.chance(0.7) && { duedate: isoDay(calendar.dayOf(life.now() + random.int(45, 90) * day)) }),
  }
  const { id } = createProfile(context, 'job', toBody(life, 'job', job), actor(by))
  const many = positions === 1 ? '' : `, ${positions} positions`
  const text = `${personName(life, by)} drafted a requisition for ${jobName(life, id)} at ${siteName(life, job)}${many}`
  life.tell('drafted', text, { by, job: id })
  agenda.set('job', id, { due: calendar.workMoment(random, life.now(), random.int(0, 2)), kind: 'submit' })
}

/** The company opens a location in one of its cities. */
const openLocation: Errand = (life, _, random) => {
  const { context } = life
  const story = life.story()
  const by = pickManager(life, random, 'administration')
  const city = random.pick(story.place.cities)
  const names = new Set([...context.store.each('company')].map(({ data }) => data.name))
  const kinds = siteKinds.filter((kind) => !names.has(`${city.city} ${kind}`))
  if (by === undefined || kinds.length === 0) return
  const name = `${city.city} ${random.pick(kinds)}`
  const address = {
    addresstype: story.node('lists.address_type', 'Work'),
    addressstreet1: `${random.int(10, 4800)} ${random.pick(story.place.streets)}`,
    addresscity: city.city,
    ...(city.state !== undefined && { addressstate: city.state }),
    addresszip: city.zip(random),
    addresscountry: city.country,
  }
  const externalid = `LOC-${String(context.store.last('company') + 1).padStart(3, '0')}`
  const company = { name, folder: 'D33001', externalid, addresses: [address as never] }
  createProfile(context, 'company', toBody(life, 'company', company), actor(by))
  life.tell('opened', `${personName(life, by)} opened a location: ${name}`, { by })
}

/** What is in the Purge folder goes for good. */
const purge: Errand = (life) => {
  const { purged, blocked } = runPurge(life.context, 'person')
  if (purged.length + blocked.length === 0) return
  const people = purged.length === 1 ? '1 person' : `${purged.length} people`
  const rest = blocked.length === 0 ? '' : `; ${blocked.length} could not go`
  life.tell('purged', `The monthly purge removed ${people}${rest}`)
}

export const errands: Readonly<Record<string, Errand>> = {
  draft: draftJob,
  onboard,
  join,
  purge,
  location: openLocation,
  correct: (life, _, random) => correct(life, random),
  resume: (life, _, random) => sendResume(life, random),
  forget: (life, _, random) => forget(life, random),
}
