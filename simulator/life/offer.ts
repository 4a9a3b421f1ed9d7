import { updateProfile } from '../profiles/write.ts'
import type { Random } from '../seed/random.ts'
import type { WorkflowStatus } from '../tenant/config.ts'
import type { Plan } from './agenda.ts'
import type { Life } from './life-context.ts'
import { actor } from './life-context.ts'
import { dayName, jobName, personName } from './names.ts'
import { about, type Scene } from './steps.ts'

type Pay = { currency: string; amount: number; timeframe?: string }

/** How many offers for a job wait for an answer, or were accepted and are not hires yet. */
export function offersOpen({ context, pipeline }: Life, job: number): number {
  const status = pipeline.of('offer').map(({ id }) => id)
  return context.store.find('applicantworkflow', { baseprofile: job, status }).length
}

/** Offers the job: pay within what it says, and a first day on a Monday some weeks on. */
export function makeOffer(life: Life, scene: Scene, status: WorkflowStatus, by: number, random: Random): void {
  const { calendar } = life
  const { minimumsalary: low, maximumsalary: high } = scene.job as { minimumsalary?: Pay; maximumsalary?: Pay }
  const pay = low && high && between(low, high, random)
  const today = calendar.dayOf(life.now())
  const start = today + 7 * random.int(3, 5) + 7 - ((today + 3) % 7)
  updateProfile(
    life.context,
    'applicantworkflow',
    scene.id,
    { status: { id: status.id }, proposedstartdate: isoDay(start), ...(pay && { offeramount: pay }) },
    actor(by),
  )
  const terms = [...(pay ? [payText(pay)] : []), `from ${dayName(start)}`].join(' ')
  const text = `${personName(life, by)} offered ${jobName(life, scene.jobId)} to ${personName(life, scene.personId)}, ${terms}`
  life.tell('offered', text, about(scene, by))
}

/** Somebody takes the job. */
export function accept(life: Life, scene: Scene, status: WorkflowStatus, by: number): void {
  const acceptdeclinedate = isoDay(life.calendar.dayOf(life.now()))
  updateProfile(
    life.context,
    'applicantworkflow',
    scene.id,
    { status: { id: status.id }, acceptdeclinedate },
    actor(by),
  )
  life.tell(
    'accepted',
    `${personName(life, scene.personId)} accepted the offer for ${jobName(life, scene.jobId)}`,
    about(scene, by),
  )
}

/** Somebody does not take the job. */
export function declineOffer(life: Life, scene: Scene, by: number, random: Random): Plan | undefined {
  const { withdrew } = life.pipeline
  if (withdrew.length === 0) return undefined
  const acceptdeclinedate = isoDay(life.calendar.dayOf(life.now()))
  updateProfile(
    life.context,
    'applicantworkflow',
    scene.id,
    { status: { id: random.pick(withdrew).id }, acceptdeclinedate },
    actor(by),
  )
  life.tell(
    'declined',
    `${personName(life, scene.personId)} declined the offer for ${jobName(life, scene.jobId)}`,
    about(scene, by),
  )
  return undefined
}

/** A day as fields hold it. */
export function isoDay(localDay: number): string {
  return new Date(localDay * 86_400_000).toISOString().slice(0, 10)
}

/** A round amount between two. */
function between(low: Pay, high: Pay, random: Random): Pay {
  const grain = low.timeframe === 'Hourly' ? 0.5 : 500
  const steps = Math.floor((high.amount - low.amount) / grain)
  return { ...low, amount: low.amount + random.int(0, Math.max(0, steps)) * grain }
}

function payText({ amount, currency, timeframe }: Pay): string {
  const times: Readonly<Record<string, string>> = { Hourly: ' an hour', Yearly: ' a year' }
  return `at ${amount} ${currency}${times[timeframe ?? ''] ?? ''}`
}
