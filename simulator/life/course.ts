import { livePost, postJob, postsOf, unpostJob } from '../profiles/job-posts.ts'
import { openPositions } from '../profiles/positions.ts'
import { updateProfile } from '../profiles/write.ts'
import { day } from '../seed/calendar.ts'
import type { Random } from '../seed/random.ts'
import type { ProfileData } from '../store/store.ts'
import type { Plan } from './agenda.ts'
import { nextApplicant } from './apply.ts'
import { approved, cancelled, draft, filled, onHold, pending } from './folders.ts'
import { actor, type Life } from './life-context.ts'
import { dayName, jobName, personName, siteName } from './names.ts'
import { selectIds } from './select-ids.ts'
import { managerOf, pickManager, recruiterOf } from './team.ts'

/** What comes next for a job; each takes it as it is now, whoever put it there. */
type Turn = (life: Life, id: number, job: ProfileData, random: Random, plan: Plan) => Plan | undefined

const workdays = (life: Life, random: Random, kind: string, low: number, high: number): Plan => ({
  due: life.calendar.workMoment(random, life.now(), random.int(low, high)),
  kind,
})

/** Plans what comes next for a job, from the folder it is in; undefined where nothing will. */
export function planJob(life: Life, id: number): Plan | undefined {
  const job = life.context.store.get('job', id)
  const random = life.random('job', id, life.now())
  switch (job?.folder) {
    case draft:
      // Some drafts are forgotten.
      return random.chance(0.7) ? workdays(life, random, 'submit', 0, 8) : undefined
    case pending:
      return workdays(life, random, 'approve', 0, 3)
    case approved:
      if (!isPosted(job)) return workdays(life, random, 'post', 0, 2)
      if (life.agenda.get('posting', id) === undefined) openPosting(life, id, random)
      return workdays(life, random, 'weekly', 0, 5)
    case onHold:
      return workdays(life, random, 'resume', 3, 25)
    default:
      return undefined
  }
}

/** Whether the job is up on any portal. */
function isPosted(job: ProfileData): boolean {
  return postsOf(job).some(({ isposted }) => isposted)
}

/** Applicants find the posting from now on. */
function openPosting(life: Life, id: number, random: Random): void {
  const due = nextApplicant(life, random, id, postedAt(life, id))
  if (due === undefined) life.agenda.drop('posting', id)
  else life.agenda.set('posting', id, { due, kind: 'attract' })
}

/** When the job last went up. */
function postedAt(life: Life, id: number): number {
  const posts = postsOf(life.context.store.get('job', id)!)
  return Math.max(...posts.filter(({ isposted }) => isposted).map(({ postdate }) => postdate))
}

/** When the next one comes after the one who just came. */
export function nextVisitor(life: Life, id: number, random: Random): Plan | undefined {
  const job = life.context.store.get('job', id)
  if (job === undefined || job.folder !== approved || !isPosted(job)) return undefined
  const due = nextApplicant(life, random, id, postedAt(life, id))
  return due === undefined ? undefined : { due, kind: 'attract' }
}

function toFolder(life: Life, id: number, folder: string, by: number | undefined): void {
  updateProfile(life.context, 'job', id, { folder: { id: folder } }, actor(by))
}

function tell(life: Life, kind: string, id: number, by: number | undefined, verb: string, rest = ''): void {
  const text = `${personName(life, by)} ${verb} ${jobName(life, id)}${rest}`
  life.tell(kind, text, { job: id, ...(by !== undefined && { by }) })
}

const submit: Turn = (life, id, job, random) => {
  if (job.folder !== draft) return planJob(life, id)
  const by = managerOf(life, job, id)
  if (by === undefined) return undefined
  toFolder(life, id, pending, by)
  tell(life, 'submitted', id, by, 'submitted', ' for approval')
  return workdays(life, random, 'approve', 1, 4)
}

const approve: Turn = (life, id, job, random) => {
  if (job.folder !== pending) return planJob(life, id)
  const by = pickManager(life, random, '', job.hiringmanager)
  if (by === undefined) return undefined
  if (random.chance(0.07)) {
    toFolder(life, id, draft, by)
    tell(life, 'sent-back', id, by, 'sent back', ': the budget is not clear yet')
    return workdays(life, random, 'submit', 2, 6)
  }
  toFolder(life, id, approved, by)
  tell(life, 'approved', id, by, 'approved')
  return workdays(life, random, 'post', 0, 2)
}

const post: Turn = (life, id, job, random) => {
  if (job.folder !== approved || isPosted(job)) return planJob(life, id)
  const by = recruiterOf(life, job, id)
  const [first, internal] = life.context.config.portals
  if (by === undefined || first === undefined) return undefined
  const portals = internal !== undefined && random.chance(0.25) ? [first, internal] : [first]
  for (const portal of portals) postJob(life.context, id, String(portal.id))
  tell(
    life,
    'posted',
    id,
    by,
    'posted',
    ` at ${siteName(life, job)} to ${portals.map(({ name }) => name).join(' and ')}`,
  )
  openPosting(life, id, random)
  return workdays(life, random, 'weekly', 4, 6)
}

/** Once a week somebody asks how a job is going. */
const weekly: Turn = (life, id, job, random) => {
  if (job.folder !== approved || !isPosted(job)) return planJob(life, id)
  if (openPositions(life.context, id) === 0) return fill(life, id, job, random, { due: 0, kind: 'fill' })
  const by = recruiterOf(life, job, id)
  const age = (life.now() - postedAt(life, id)) / day
  const roll = random.next()
  if (roll < 0.006 || (age > 100 && roll < 0.05)) return cancel(life, id, managerOf(life, job, id), random)
  if (roll < 0.014) return hold(life, id, managerOf(life, job, id), random)
  if (age > 45 && roll > 0.82 && by !== undefined) {
    takeDown(life, id, job)
    for (const portal of wasOn(life, job)) postJob(life.context, id, String(portal.id))
    tell(life, 'refreshed', id, by, 'posted', ' again, to draw new applicants')
    openPosting(life, id, random)
  }
  return workdays(life, random, 'weekly', 4, 6)
}

function hold(life: Life, id: number, by: number | undefined, random: Random): Plan {
  takeDown(life, id, life.context.store.get('job', id)!)
  toFolder(life, id, onHold, by)
  const plan = workdays(life, random, 'resume', 8, 25)
  tell(life, 'held', id, by, 'put', ` on hold until ${dayName(life.calendar.dayOf(plan.due))}`)
  return plan
}

const resume: Turn = (life, id, job, random) => {
  if (job.folder !== onHold) return planJob(life, id)
  const by = managerOf(life, job, id)
  if (by === undefined) return undefined
  if (random.chance(0.25)) return cancel(life, id, by, random)
  toFolder(life, id, approved, by)
  tell(life, 'resumed', id, by, 'took up', ' again')
  return workdays(life, random, 'post', 0, 2)
}

function cancel(life: Life, id: number, by: number | undefined, random: Random): Plan {
  takeDown(life, id, life.context.store.get('job', id)!)
  toFolder(life, id, cancelled, by)
  tell(life, 'cancelled', id, by, 'cancelled', ': it is not needed any more')
  return workdays(life, random, 'clear', 0, 3)
}

const fill: Turn = (life, id, job, random) => {
  if (job.folder !== approved) return planJob(life, id)
  if (openPositions(life.context, id) > 0) return workdays(life, random, 'weekly', 4, 6)
  const by = recruiterOf(life, job, id)
  const since = isPosted(job) ? `, ${Math.round((life.now() - postedAt(life, id)) / day)} days after it was posted` : ''
  takeDown(life, id, job)
  toFolder(life, id, filled, by)
  tell(life, 'filled', id, by, 'closed', ` as filled${since}`)
  return workdays(life, random, 'clear', 0, 3)
}

function wasOn({ context }: Life, job: ProfileData) {
  return context.config.portals.filter((portal) => livePost(job, portal) !== undefined)
}

/** Takes a job off every portal it is on: nobody finds it any more. */
function takeDown(life: Life, id: number, job: ProfileData): void {
  for (const portal of wasOn(life, job)) unpostJob(life.context, id, String(portal.id))
  life.agenda.drop('posting', id)
}

/** A job is open again when its new colleague does not come. */
export function reopen(life: Life, id: number, random: Random): void {
  const job = life.context.store.get('job', id)
  if (job === undefined || job.folder !== filled) return
  const by = recruiterOf(life, job, id)
  toFolder(life, id, approved, by)
  tell(life, 'reopened', id, by, 'reopened')
  life.agenda.set('job', id, workdays(life, random, 'post', 0, 1))
}

/** Those who are left on a job that is closed are told so, all at once; or nobody thinks of them. */
const clear: Turn = (life, id, job, random) => {
  if (job.folder !== filled && job.folder !== cancelled) return planJob(life, id)
  const by = recruiterOf(life, job, id)
  const { gone } = life.pipeline
  if (by === undefined || gone.length === 0 || random.chance(0.2)) return undefined
  const status = random.pick(gone)
  const waiting = findWaiting(life, id)
  for (const workflow of waiting) {
    updateProfile(life.context, 'applicantworkflow', workflow, { status: { id: status.id } }, actor(by))
    life.agenda.drop('applicantworkflow', workflow)
  }
  const count = waiting.length === 1 ? 'the last candidate' : `the last ${waiting.length} candidates`
  if (waiting.length > 0) tell(life, 'cleared', id, by, `turned down ${count} for`, ` (${status.name})`)
  return undefined
}

/** How many days somebody waits before nobody thinks of them any more. */
const freshDays = 40

/** Applications to a job that wait for an answer, and not for too long. */
export function findWaiting({ context, pipeline, now }: Life, job: number): number[] {
  const statuses = pipeline.waiting.map((id) => `'${id}'`).join(', ')
  const query = `SELECT id FROM temp.applicantworkflow
    WHERE baseprofile = ? AND +updateddate >= ? AND +status IN (${statuses}) ORDER BY id`
  return selectIds(context.store, query, job, now() - freshDays * day)
}

export const turns: Readonly<Record<string, Turn>> = { submit, approve, post, weekly, resume, fill, clear }
