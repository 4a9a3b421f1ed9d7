import { openPositions } from '../profiles/positions.ts'
import type { Random } from '../seed/random.ts'
import type { Stage, Step } from '../tenant/pipeline.ts'
import type { Plan } from './agenda.ts'
import { approved, isResting } from './folders.ts'
import { hire } from './hire.ts'
import type { Life } from './life-context.ts'
import { accept, declineOffer, makeOffer, offersOpen } from './offer.ts'
import { considerForPool } from './pools.ts'
import { move, nextPlan, readScene, type Scene, withdraw } from './steps.ts'
import { isAtWork, isHere, managerOf, recruiterOf } from './team.ts'

/** A recruiter or manager looks at an application and moves it on, or plans to turn it down. */
export function decide(life: Life, id: number, plan: Plan, random: Random): Plan | undefined {
  const scene = readScene(life, id)
  const step = scene && life.pipeline.step(scene.status)
  if (scene === undefined || step === undefined) return undefined
  // Somebody else moved it meanwhile: what was planned for the old status does not hold.
  if (scene.status !== plan.status) return nextPlan(life, id)
  const later = (low: number, high: number): Plan => ({
    ...plan,
    due: life.calendar.workMoment(random, life.now(), random.int(low, high)),
  })
  if (scene.job.folder !== approved) return isResting(scene.job) ? later(4, 9) : undefined
  const next = nextStep(life, step, random)
  if (next === undefined) return undefined
  const isManagers = step.stage === 'interview' || next.stage === 'interview'
  const manager = scene.job.hiringmanager
  if (isManagers && isHere(life, manager) && !isAtWork(life, manager)) return later(2, 3)
  const by = (isManagers ? managerOf : recruiterOf)(life, scene.job, scene.jobId)
  if (by === undefined) return undefined
  const isNewOffer = next.stage === 'offer' && step.stage !== 'offer'
  // No more people are asked than there are places.
  if (isNewOffer && !hasPlace(life, scene)) return later(2, 4)
  const gate = gateBetween(step, next)
  if (gate !== undefined && !random.chance(life.rates.passes[gate])) {
    if (gate === 'hired') return declineOffer(life, scene, by, random)
    return planRefusal(life, scene, step.stage, random)
  }
  if (isNewOffer) makeOffer(life, scene, next.status, by, random)
  else if (next.stage === 'hired') hire(life, scene, next.status, by, random)
  else if (gate === 'hired') accept(life, scene, next.status, by)
  else move(life, scene, next.status, by)
  return nextPlan(life, id)
}

/** Whether the job has a place that no offer is out for. */
function hasPlace(life: Life, { job, jobId }: Scene): boolean {
  const open = Number(job.numberofpositionsremaining ?? openPositions(life.context, jobId))
  return open > 0 && open > offersOpen(life, jobId)
}

/** The step after this one. Not everybody goes through every status of a stage, but for those of an offer. */
function nextStep({ pipeline }: Life, step: Step, random: Random): Step | undefined {
  let next = pipeline.next(step)
  while (next !== undefined && next.stage === step.stage && next.stage !== 'offer' && random.chance(0.35)) {
    next = pipeline.next(next)
  }
  return next
}

/** What stands between two steps, as one of the shares of those who pass. */
function gateBetween(step: Step, next: Step): Exclude<Stage, 'new'> | undefined {
  const hasAccepted = /accept/i
  if (next.stage === 'hired') return hasAccepted.test(step.status.name) ? undefined : 'hired'
  if (next.stage === step.stage)
    return step.stage === 'offer' && hasAccepted.test(next.status.name) ? 'hired' : undefined
  return next.stage === 'new' ? undefined : next.stage
}

/** Some are told soon, some late, and some never. */
function planRefusal(life: Life, scene: Scene, stage: Stage, random: Random): Plan | undefined {
  const isEarly = stage === 'new'
  if (random.chance(life.rates.silent * (isEarly ? 1 : 0.3))) return undefined
  const days = isEarly ? random.int(2, 9) : random.int(1, 3)
  return { due: life.calendar.workMoment(random, life.now(), days), kind: 'refuse', status: scene.status }
}

/** Somebody is told that it is somebody else. */
export function refuse(life: Life, id: number, plan: Plan, random: Random): Plan | undefined {
  const scene = readScene(life, id)
  const step = scene && life.pipeline.step(scene.status)
  if (scene === undefined || step === undefined) return undefined
  if (scene.status !== plan.status) return nextPlan(life, id)
  const by = (step.stage === 'interview' ? managerOf : recruiterOf)(life, scene.job, scene.jobId)
  const { rejected } = life.pipeline
  if (by === undefined || rejected.length === 0) return undefined
  move(life, scene, random.pick(rejected), by, 'rejected')
  considerForPool(life, scene, by, random)
  return undefined
}

/** Somebody thinks better of it. */
export function thinkBetter(life: Life, id: number, plan: Plan): Plan | undefined {
  const scene = readScene(life, id)
  if (scene === undefined) return undefined
  if (scene.status !== plan.status) return nextPlan(life, id)
  withdraw(life, scene)
  return undefined
}
