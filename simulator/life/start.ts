import { settlePositions } from '../profiles/positions.ts'
import { createProfile, updateProfile } from '../profiles/write.ts'
import { day } from '../seed/calendar.ts'
import { clinical } from '../seed/onboarding.ts'
import type { Random } from '../seed/random.ts'
import type { Plan } from './agenda.ts'
import { employed } from './applicants.ts'
import { completed } from './complete.ts'
import { reopen } from './course.ts'
import { actor, type Life } from './life-context.ts'
import { jobName, personName, siteName, tradeOfJob } from './names.ts'
import { readScene, withdraw } from './steps.ts'

/** Statuses of an onboarding (OWDM; the ids are inferred). */
const inProgress = 'D37002023002'
const onHold = 'D37002023003'
const complete = 'D37002023004'

/** The onboarding of somebody who was hired begins. */
export function onboard(life: Life, plan: Plan, random: Random): void {
  const { context, calendar, agenda } = life
  const person = Number(plan.person)
  const job = Number(plan.job)
  const jobData = context.store.get('job', job)
  const category = jobData && categoryFor(life, tradeOfJob(life, job, jobData).family.name)
  if (category === undefined || context.store.get('person', person) === undefined) return
  if (context.store.find('onboardworkflow', { associatedprofile: person, baseprofile: category }).length > 0) return
  const body = { baseprofile: category, associatedprofile: person, job }
  const { id } = createProfile(context, 'onboardworkflow', body, actor(undefined))
  agenda.set('onboardworkflow', id, {
    due: calendar.workMoment(random, life.now(), random.int(1, 4)),
    kind: 'progress',
  })
  life.tell('onboarding', `The onboarding of ${personName(life, person)} began`, { person, job })
}

/** Clinical work has a category of its own. */
function categoryFor({ context }: Life, family: string): number | undefined {
  const all = [...context.store.each('newhirecategory')]
  const isClinical = clinical.has(family)
  const fitting = all.find(({ data }) => /clinic/i.test(String(data.title)) === isClinical)
  return (fitting ?? all[0])?.id
}

/** Papers are filled out, and what is left is done on the first day. */
export function progress(life: Life, id: number, plan: Plan, random: Random): Plan | undefined {
  const { context, calendar } = life
  const workflow = context.store.get('onboardworkflow', id)
  const person = Number(workflow?.associatedprofile)
  const start = context.store.get('person', person)?.startdate
  if (workflow === undefined || workflow.status === onHold || workflow.status === complete) return undefined
  const isDone = plan.kind === 'finish'
  updateProfile(context, 'onboardworkflow', id, { status: { id: isDone ? complete : inProgress } }, actor(person))
  if (isDone) {
    life.tell('onboarded', `${personName(life, person)} finished onboarding`, { person })
    return undefined
  }
  const first = typeof start === 'string' ? Date.parse(start) / day : calendar.dayOf(life.now()) + 10
  const due = Math.max(calendar.at(first, 14 * 60 + random.int(0, 170)), life.now() + day)
  return { due, kind: 'finish' }
}

/** Somebody's first day. */
export function start(life: Life, id: number, plan: Plan): undefined {
  const { context } = life
  const scene = readScene(life, Number(plan.workflow))
  if (scene === undefined || life.pipeline.step(scene.status)?.stage !== 'hired') return
  const { person, job, jobId } = scene
  const body = completed(life, person, {
    ...(person.folder !== employed && { folder: { id: employed } }),
    jobtitle: String(job.jobtitle).replace(/ \(.*\)$/, ''),
  })
  updateProfile(context, 'person', id, body, actor(undefined))
  const text = `${personName(life, id)} started as ${jobName(life, jobId)} at ${siteName(life, job)}`
  life.tell('started', text, { person: id, job: jobId })
}

/** Somebody who was hired does not come after all: the job is open again. */
export function renege(life: Life, id: number, plan: Plan, random: Random): undefined {
  const { context } = life
  const scene = readScene(life, Number(plan.workflow))
  if (scene === undefined || life.pipeline.step(scene.status)?.stage !== 'hired') return
  withdraw(life, scene, ' before the first day')
  settlePositions(context, scene.jobId)
  if (scene.person.folder !== employed) {
    const body = completed(life, scene.person, { folder: { id: 'D32007' }, hiredate: null, startdate: null })
    updateProfile(context, 'person', id, body, actor(undefined))
  }
  for (const onboarding of context.store.find('onboardworkflow', { associatedprofile: id })) {
    if (context.store.get('onboardworkflow', onboarding)?.status === complete) continue
    updateProfile(context, 'onboardworkflow', onboarding, { status: { id: onHold } }, actor(undefined))
  }
  reopen(life, scene.jobId, random)
}
