import type { ProfileData } from '../store/store.ts'
import { day, dayOf, workingMoment } from './calendar.ts'
import type { Site } from './companies.ts'
import type { Family } from './data/family.ts'
import { describeJob, pickSite, pickType } from './describe-job.ts'
import { pickFamily, type Story } from './story.ts'
import type { Users } from './users.ts'

/** What becomes of a job, by its folder. */
type Fate = 'draft' | 'pending' | 'open' | 'filled' | 'cancelled' | 'held'

/** A job as candidates meet it. It is written once its hires are known. */
export type Opening = {
  id: number
  family: Family
  rung: number
  fate: Fate
  positions: number
  /** When candidates could apply; none could to a draft. */
  opened: number | null
  closed: number
  recruiter: number
  manager: number
  hires: number
  /** When the last thing happened to it. */
  touched: number
  data: ProfileData
}

const folders: Readonly<Record<Fate, string>> = {
  draft: 'D31006',
  pending: 'D31002',
  open: 'D31001',
  filled: 'D31004',
  cancelled: 'D31005',
  held: 'D31003',
}

const firstJob = 1_001

/** Makes the tenant's jobs over the last year and a half; `writeJobs` puts them down. */
export function makeJobs(story: Story, count: number, sites: readonly Site[], users: Users): Opening[] {
  const everyManager = [...users.managers.values()].flat()
  return Array.from({ length: count }, (_, index): Opening => {
    const random = story.random('job', index)
    const family = pickFamily(random)
    const rung = random.int(0, family.ladder.length - 1)
    const fate = pickFate(random.next())
    const created = workingMoment(
      story.place,
      random,
      story.end - random.int(fate === 'open' ? 20 : 60, fate === 'open' ? 150 : 540) * day,
      0,
    )
    const opened =
      fate === 'draft' || fate === 'pending' ? null : workingMoment(story.place, random, created, random.int(2, 9))
    const closed =
      fate === 'open' ? story.end : Math.min((opened ?? created) + random.int(30, 110) * day, story.end - 3 * day)
    const { site, hybrid } = pickSite(random, family, sites)
    const recruiter = random.pick(users.recruiters)
    const manager = random.pick(users.managers.get(family.name) ?? everyManager)
    const positions = random.chance(0.75) ? 1 : random.int(2, 6)
    const type = pickType(random, family)
    const description = describeJob(story, random, { family, rung, site, hybrid, positions, type })
    const id = firstJob + index
    return {
      id,
      family,
      rung,
      fate,
      positions,
      opened,
      closed,
      recruiter,
      manager,
      hires: 0,
      touched: opened ?? created,
      data: {
        jobid: `${new Date(created).getUTCFullYear()}-${id}`,
        jobtitle: description.jobtitle,
        folder: folders[fate],
        hiringmanager: manager,
        recruiter,
        ...description,
        ...(random.chance(0.7) && { duedate: dayOf(Math.max(closed, (opened ?? created) + 30 * day)) }),
        ...(opened !== null && {
          jobpoststart: dayOf(opened),
          jobposts: posts(random.chance(0.25), opened, fate === 'open' ? null : closed),
        }),
        ...(opened !== null && fate !== 'open' && { jobpostend: dayOf(closed) }),
        createddate: created,
      },
    }
  })
}

/** Writes the jobs with what their hires left open. */
export function writeJobs(story: Story, jobs: readonly Opening[]): void {
  for (const { id, data, positions, hires, touched, fate, closed } of jobs) {
    const updateddate = fate === 'open' || fate === 'draft' || fate === 'pending' ? touched : Math.max(touched, closed)
    story.put('job', id, { ...data, numberofpositionsremaining: Math.max(0, positions - hires), updateddate })
  }
}

function pickFate(roll: number): Fate {
  if (roll < 0.04) return 'draft'
  if (roll < 0.08) return 'pending'
  if (roll < 0.55) return 'open'
  if (roll < 0.88) return 'filled'
  return roll < 0.95 ? 'cancelled' : 'held'
}

function posts(onInternal: boolean, opened: number, closed: number | null) {
  const post = (portal: number) => ({
    portal,
    type: '3',
    status: closed === null ? '1' : '2',
    isposted: closed === null,
    postdate: opened,
    enddate: closed,
    postedtohub: false,
  })
  return onInternal ? [post(1), post(2)] : [post(1)]
}
