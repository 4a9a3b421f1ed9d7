import { openPositions, settlePositions } from '../profiles/positions.ts'
import { updateProfile } from '../profiles/write.ts'
import { minute } from '../seed/calendar.ts'
import type { Random } from '../seed/random.ts'
import type { WorkflowStatus } from '../tenant/config.ts'
import { employed } from './applicants.ts'
import { completed } from './complete.ts'
import { actor, type Life } from './life-context.ts'
import { dayName, jobName, personName } from './names.ts'
import { isoDay } from './offer.ts'
import { about, type Scene } from './steps.ts'

/** What customers call the folder of those who are hired and have not started. */
const newHire = 'Emp: New Hire'

/** Hires somebody: the job has one position less, and its new colleague a folder, a first day and an onboarding. */
export function hire(life: Life, scene: Scene, status: WorkflowStatus, by: number, random: Random): void {
  const { context, calendar, agenda } = life
  const { id, personId, jobId } = scene
  updateProfile(context, 'applicantworkflow', id, { status: { id: status.id } }, actor(by))
  settlePositions(context, jobId)
  const today = calendar.dayOf(life.now())
  const proposed = scene.workflow.proposedstartdate
  const start = Math.max(today + 1, typeof proposed === 'string' ? Date.parse(proposed) / 86_400_000 : today + 14)
  const [folder] = context.lists.match('lists.person.folders', newHire)
  const wasEmployed = scene.person.folder === employed
  updateProfile(
    context,
    'person',
    personId,
    completed(life, scene.person, {
      ...(!wasEmployed && { folder: { id: folder?.id ?? employed }, hiredate: isoDay(today) }),
      startdate: isoDay(start),
    }),
    actor(by),
  )
  const text = `${personName(life, by)} hired ${personName(life, personId)} as ${jobName(life, jobId)}, from ${dayName(start)}`
  life.tell('hired', text, about(scene, by))
  if (random.chance(life.rates.reneges)) {
    const due = calendar.workMoment(random, life.now(), random.int(3, 8))
    agenda.set('person', personId, { due, kind: 'renege', workflow: id })
  } else {
    const due = calendar.at(start, 8 * 60 + random.int(0, 55))
    agenda.set('person', personId, { due, kind: 'start', workflow: id })
  }
  if (!wasEmployed) {
    const due = life.now() + random.int(10, 50) * minute
    agenda.set('errand', context.store.next('errand'), { due, kind: 'onboard', person: personId, job: jobId })
  }
  leaveOthers(life, scene, random)
  if (openPositions(context, jobId) === 0) {
    agenda.set('job', jobId, { due: calendar.workMoment(random, life.now(), random.int(0, 2)), kind: 'fill' })
  }
}

/** Somebody who has a job withdraws from the others. */
function leaveOthers(
  { context, pipeline, agenda, calendar, now }: Life,
  { id, personId }: Scene,
  random: Random,
): void {
  for (const other of context.store.find('applicantworkflow', { associatedprofile: personId })) {
    const status = String(context.store.get('applicantworkflow', other)?.status)
    if (other === id || !pipeline.isActive(status)) continue
    const due = calendar.freeMoment(random, now(), random.int(0, 3))
    agenda.set('applicantworkflow', other, { due, kind: 'withdraw', status })
  }
}
