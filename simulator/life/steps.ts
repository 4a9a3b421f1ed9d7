import { type Body, updateProfile } from '../profiles/write.ts'
import type { Random } from '../seed/random.ts'
import type { ProfileData } from '../store/store.ts'
import type { WorkflowStatus } from '../tenant/config.ts'
import type { Stage } from '../tenant/pipeline.ts'
import type { Plan } from './agenda.ts'
import { actor, type Life } from './life-context.ts'
import { jobName, personName } from './names.ts'

/** Working days until somebody decides on an application, by its stage. */
const waits: Readonly<Record<Stage, readonly [number, number]>> = {
  new: [1, 4],
  review: [1, 3],
  interview: [2, 5],
  offer: [1, 3],
  hired: [0, 0],
}

/** An application with what it ties together. */
export type Scene = {
  id: number
  workflow: ProfileData
  status: string
  personId: number
  person: ProfileData
  jobId: number
  job: ProfileData
}

/** The application of this id, or undefined when it, its job or its person is gone. */
export function readScene({ context }: Life, id: number): Scene | undefined {
  const { store } = context
  const workflow = store.get('applicantworkflow', id)
  if (workflow === undefined) return undefined
  const personId = Number(workflow.associatedprofile)
  const jobId = Number(workflow.baseprofile)
  const person = store.get('person', personId)
  const job = store.get('job', jobId)
  if (person === undefined || job === undefined) return undefined
  return { id, workflow, status: String(workflow.status), personId, person, jobId, job }
}

/** Plans what comes next for an application, from the status it is in now; `delay` working days later than usual. */
export function planStep(life: Life, id: number, delay = 0): void {
  const plan = nextPlan(life, id, delay)
  if (plan === undefined) life.agenda.drop('applicantworkflow', id)
  else life.agenda.set('applicantworkflow', id, plan)
}

/** The same, without writing it down: undefined where nobody will do anything more. */
export function nextPlan(life: Life, id: number, delay = 0): Plan | undefined {
  const { pipeline, calendar, rates } = life
  const workflow = life.context.store.get('applicantworkflow', id)
  const status = String(workflow?.status)
  const step = pipeline.step(status)
  if (step === undefined || step.stage === 'hired') return undefined
  const now = life.now()
  const random = life.random('plan', id, now)
  if (step.stage !== 'new' && random.chance(rates.withdraws)) {
    return { due: calendar.freeMoment(random, now, random.int(1, 5)), kind: 'withdraw', status }
  }
  const days = delay + random.int(...waits[step.stage])
  const isDesk = step.stage === 'new' || step.stage === 'review'
  const due = isDesk
    ? deskMoment(life, random, Number(workflow!.baseprofile), days)
    : calendar.workMoment(random, now, days)
  return { due, kind: 'decide', status }
}

/** A moment at which a recruiter sits down with the applications of one job, all of that day's in one go. */
export function deskMoment(life: Life, random: Random, job: number, days: number): number {
  const { calendar } = life
  const now = life.now()
  for (let day = calendar.workday(now, days); ; day = calendar.workday(calendar.at(day, 23 * 60), 0)) {
    const start = life.random('desk', job, day).int(9 * 60 + 10, 15 * 60 + 40)
    const moment = calendar.at(day, start + random.int(0, 35)) + random.int(0, 59) * 1_000
    if (moment > now) return moment
  }
}

/** Moves an application to another status. */
export function move(
  life: Life,
  scene: Scene,
  status: WorkflowStatus,
  by: number | undefined,
  kind: 'moved' | 'rejected' = 'moved',
  more: Body = {},
): void {
  const { context } = life
  updateProfile(context, 'applicantworkflow', scene.id, { ...more, status: { id: status.id } }, actor(by))
  const [who, whom, what] = [personName(life, by), personName(life, scene.personId), jobName(life, scene.jobId)]
  const text =
    kind === 'moved'
      ? `${who} moved ${whom} to ${status.name} for ${what}`
      : `${who} turned down ${whom} for ${what} (${status.name})`
  life.tell(kind, text, about(scene, by))
}

/** Somebody withdraws. */
export function withdraw(life: Life, scene: Scene, why = ''): void {
  const { context, pipeline } = life
  const [status] = pipeline.withdrew
  if (status === undefined) return
  updateProfile(context, 'applicantworkflow', scene.id, { status: { id: status.id } }, actor(undefined))
  const text = `${personName(life, scene.personId)} withdrew from ${jobName(life, scene.jobId)}${why}`
  life.tell('withdrew', text, about(scene))
}

/** What an event is about. */
export function about({ id, personId, jobId }: Scene, by?: number) {
  return { person: personId, job: jobId, workflow: id, ...(by !== undefined && { by }) }
}
