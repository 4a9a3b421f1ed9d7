import { createProfile, updateProfile } from '../profiles/write.ts'
import type { Random } from '../seed/random.ts'
import type { Plan } from './agenda.ts'
import { actor, type Life } from './life-context.ts'
import { personName, tradeOfJob } from './names.ts'
import type { Scene } from './steps.ts'

/** Statuses of a sourcing workflow after its first (D20). */
const answers = ['D37002021002', 'D37002021003']

/** One in ten of those who are turned down is kept in mind: a recruiter puts them into the pool of their line of work. */
export function considerForPool(life: Life, scene: Scene, by: number, random: Random): void {
  const { context, calendar, agenda } = life
  if (!random.chance(0.1)) return
  const { department } = tradeOfJob(life, scene.jobId, scene.job).family
  const pool = [...context.store.each('talentpool')].find(({ data }) => String(data.title).startsWith(department))
  if (pool === undefined) return
  const pair = { associatedprofile: scene.personId, baseprofile: pool.id }
  if (context.store.find('sourceworkflow', pair).length > 0) return
  const body = { ...pair, source: { id: 'D104002' }, sourceorigin: { id: 'D37002040005' } }
  const { id } = createProfile(context, 'sourceworkflow', body, actor(by))
  const due = calendar.workMoment(random, life.now(), random.int(2, 12))
  agenda.set('sourceworkflow', id, { due, kind: 'contact', by })
  const text = `${personName(life, by)} added ${personName(life, scene.personId)} to ${pool.data.title}`
  life.tell('pooled', text, { by, person: scene.personId })
}

/** Somebody in a pool is looked at again. */
export function contact(life: Life, id: number, plan: Plan, random: Random): undefined {
  const { context } = life
  const workflow = context.store.get('sourceworkflow', id)
  const status = random.pick(answers)
  if (workflow === undefined || answers.includes(String(workflow.status))) return
  updateProfile(context, 'sourceworkflow', id, { status: { id: status } }, actor(Number(plan.by)))
  const person = Number(workflow.associatedprofile)
  const verb = status === answers[1] ? 'contacted' : 'looked at'
  const pool = context.store.get('talentpool', Number(workflow.baseprofile))?.title ?? 'a talent pool'
  const text = `${personName(life, Number(plan.by))} ${verb} ${personName(life, person)} of ${pool}`
  life.tell('contacted', text, { by: Number(plan.by), person })
}
