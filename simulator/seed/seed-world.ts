import type { ProfileData } from '../store/store.ts'
import type { TenantConfig } from '../tenant/config.ts'
import { day, dayOf, minute } from './calendar.ts'
import { career } from './career.ts'
import { seedCompanies } from './companies.ts'
import { families } from './data/families.ts'
import { sources } from './data/sources.ts'
import { createFormFiller } from './forms.ts'
import { makeJobs, type Opening, writeJobs } from './jobs.ts'
import { createOfferWriter } from './offers.ts'
import { categoryCount, onboard, seedNewHireCategories } from './onboarding.ts'
import { personBasics } from './person.ts'
import { joinPool, seedTalentPools } from './pools.ts'
import type { Random } from './random.ts'
import { resume, skills } from './resume.ts'
import { createStory, type PutProfile, pickFamily, type Story } from './story.ts'
import { seedUsers } from './users.ts'
import { type Application, applyTo, writeWorkflow } from './workflows.ts'

const firstWorkflow = 10_001

/** People between two words on how many there are. */
const told = 250

/** How big a tenant is. */
export type Sizes = {
  people: number
  users: number
  jobs: number
  companies: number
  workflows: number
  talentpools: number
}

/** 300 people make 25 users, 60 jobs, 8 locations and 900 workflows; the rest grows with them, ever more slowly. */
export function sizesFor(people: number): Sizes {
  const beyond = Math.max(0, people - 300)
  return {
    people,
    users: Math.min(people, 400, Math.max(3, Math.ceil(people / 12)), 25 + Math.ceil(beyond / 250)),
    jobs: people <= 300 ? Math.ceil(people / 5) : 60 + Math.ceil(beyond / 50),
    companies: people === 0 ? 0 : Math.min(54, 8 + Math.ceil(beyond / 2_000)),
    talentpools: Math.min(6, Math.ceil(people / 50)),
    workflows: people <= 300 ? people * 3 : 900 + Math.ceil(beyond * 2.5),
  }
}

/**
 * Writes the first day of a tenant: locations, users, jobs, candidates with careers and applications, all consistent.
 * Deterministic: the same seed, size, day and lists give the same rows. Streams: only the jobs are held in memory.
 * Tells from time to time how many people there are.
 *
 * @param today the day the story ends, `yyyy-MM-dd`; nothing is dated later.
 * @returns the last used number of each counter.
 */
export function* seedWorld(
  { seed, people, today, config }: { seed: string; people: number; today: string; config: TenantConfig },
  put: PutProfile,
): Generator<number, Record<string, number>> {
  const sizes = sizesFor(people)
  const story = createStory(seed, config, today, put)
  put('listchanges', 1, { nodes: [] })
  const sites = seedCompanies(story, sizes.companies)
  const users = seedUsers(story, sizes.users)
  const pools = seedTalentPools(story, sizes.talentpools, users)
  if (people > 0) seedNewHireCategories(story, sizes.users < 2 ? undefined : 2)
  const counters = { sourceworkflow: 0, onboardworkflow: 0 }
  const jobs = sites.length === 0 || users.managers.size === 0 ? [] : makeJobs(story, sizes.jobs, sites, users)
  const open = jobs.filter((job) => job.opened !== null)
  const choices = choicesOf(open)
  const forms = createFormFiller(story)
  const offers = createOfferWriter(story)
  let workflow = firstWorkflow - 1
  const last = firstWorkflow + (open.length === 0 ? 0 : sizes.workflows) - 1
  for (let id = sizes.users + 1; id <= people; id++) {
    const random = story.random('candidate', id)
    const count = applicationCount(random, last - workflow, people - id + 1, open.length)
    const { family, created, applications, data } = seedCandidate(story, random, id, choices, count)
    const { kind, name } = random.pick(sources)
    let hires = 0
    for (const application of applications) {
      writeWorkflow(story, ++workflow, id, application, [kind, name])
      offers.write(workflow, application)
      const { applied, hired, job, moves } = application
      const subject = { person: id, data, job: job.id }
      forms.fill('Recruiting Workflow', { type: 'applicantworkflow', id: workflow }, subject, applied)
      if (!hired) continue
      const hiredAt = moves.at(-1)!.updateddate
      onboard(story, ++counters.onboardworkflow, id, job.id, hiredAt, family)
      if (hires++ === 0) forms.fill('Person', { type: 'person', id }, subject, Math.max(applied, hiredAt - day))
      forms.fill(
        'Onboarding Workflow',
        { type: 'onboardworkflow', id: counters.onboardworkflow },
        subject,
        hiredAt + day,
      )
    }
    joinPool(story, pools, () => ++counters.sourceworkflow, { id, created, family })
    if (id % told === 0) yield id
  }
  writeJobs(story, jobs)
  return {
    person: people,
    company: sizes.companies,
    job: 1_000 + jobs.length,
    applicantworkflow: workflow,
    talentpool: pools.size,
    newhirecategory: people > 0 ? categoryCount : 0,
    ...counters,
    formdata: forms.last(),
    offer: offers.last(),
    entry: story.entries(),
  }
}

/** Which jobs somebody may want: by family and rung those that fit, then everything else. */
type Choices = ReadonlyMap<string, { near: readonly (readonly Opening[])[]; others: readonly Opening[] }>

function choicesOf(open: readonly Opening[]): Choices {
  return new Map(
    families.map((family) => {
      const near = family.ladder.map((_, rung) =>
        open.filter((job) => job.family === family && Math.abs(job.rung - rung) <= 1),
      )
      return [family.name, { near, others: open.filter((job) => job.family !== family) }]
    }),
  )
}

/** Around the average of what is left, so that the total comes out right. */
function applicationCount(random: Random, left: number, candidates: number, most: number): number {
  if (candidates === 1) return Math.min(left, most)
  const average = left / candidates
  return Math.min(most, left, Math.max(0, Math.round(average * (0.3 + random.next() * 1.4))))
}

function seedCandidate(
  story: Story,
  random: Random,
  id: number,
  choices: Choices,
  count: number,
): { family: string; created: number; applications: Application[]; data: ProfileData } {
  const family = pickFamily(random)
  const rung = random.int(0, family.ladder.length - 1)
  const { near, others } = choices.get(family.name)!
  const wanted = random.some(near[rung]!, count)
  if (wanted.length < count) wanted.push(...random.some(others, count - wanted.length))
  const applications = applyTo(story, random, wanted, 0)
  const created = (applications[0]?.applied ?? story.end - random.int(5, 500) * day) - random.int(2, 40) * minute
  const hired = applications.find((application) => application.hired)
  const hiredAt = hired?.moves.at(-1)?.updateddate
  const updated = Math.max(created, ...applications.map(({ applied }) => applied), hiredAt ?? 0)
  const basics = personBasics(story, random, id)
  const data: ProfileData = {
    ...basics,
    ...career(story, random, family, rung),
    ...skills(story, id, family),
    ...resume(story, id, basics),
    folder: hiredAt === undefined ? (random.chance(0.9) ? 'D32007' : 'D32008') : 'D32013',
    ...(random.chance(0.2) && { externalid: `X${100_000 + id}` }),
    ...(hiredAt !== undefined && { hiredate: dayOf(hiredAt), startdate: dayOf(hiredAt + 14 * day) }),
    createddate: created,
    updateddate: updated,
    lastupdated: {
      firstname: created,
      lastname: created,
      email: created,
      addresses: created,
      folder: hiredAt ?? created,
    },
  }
  story.put('person', id, data)
  return { family: family.name, created, applications, data }
}
