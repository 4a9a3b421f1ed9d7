import { day, leisureMoment, workingMoment } from './calendar.ts'
import type { Opening } from './jobs.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** One application, told to its end. */
export type Application = {
  job: Opening
  applied: number
  /** Status moves, oldest first. */
  moves: { status: string; updateddate: number; updatedby: number | null }[]
  hired: boolean
}

/** The paths through the pipeline, by how far they go. */
const steps = ['review', 'interview', 'offer', 'hired'] as const

/** How many of those who reach a step go on to it, of ten. */
const passes = { review: 0.62, interview: 0.4, offer: 0.3, hired: 0.8 }

/** Lets a candidate apply to these jobs, oldest first, and walks each application through the pipeline. */
export function applyTo(story: Story, random: Random, jobs: readonly Opening[], since: number): Application[] {
  return jobs
    .map((job) => ({ job, applied: leisureMoment(story.place, random, Math.max(job.opened!, since), job.closed) }))
    .sort((a, b) => a.applied - b.applied)
    .map(({ job, applied }) => walk(story, random, job, applied))
}

function walk(story: Story, random: Random, job: Opening, applied: number): Application {
  const statuses = (meaning: string): string[] =>
    story.config.statuses.filter((one) => one.meaning === meaning).map(({ id }) => id)
  const [usual, ...others] = statuses('new')
  const first = random.chance(0.88) || others.length === 0 ? usual! : random.pick(others)
  const moves: Application['moves'] = [{ status: first, updateddate: applied, updatedby: null }]
  let now = applied
  let hired = false
  const move = (meaning: string, by: number | null, afterDays: number): boolean => {
    const next = workingMoment(story.place, random, now, afterDays)
    const possible = statuses(meaning)
    if (next >= story.end || possible.length === 0) return false
    now = next
    moves.push({ status: random.pick(possible), updateddate: now, updatedby: by })
    return true
  }
  for (const step of steps) {
    const isLate = now > job.closed && job.fate !== 'open'
    const mayHire = step !== 'hired' || job.hires < job.positions
    if (random.chance(0.06)) {
      move('withdrew', null, random.int(1, 6))
      break
    }
    if (!isLate && mayHire && random.chance(passes[step])) {
      const by = step === 'interview' || step === 'offer' ? job.manager : job.recruiter
      if (!move(step, by, random.int(1, 9))) break
      hired = step === 'hired'
    } else {
      // Nobody hears back from every job: some applications stay where they are.
      if (job.fate !== 'open' || random.chance(0.55)) move('rejected', job.recruiter, random.int(2, 20))
      break
    }
  }
  if (hired) job.hires += 1
  job.touched = Math.max(job.touched, Math.min(now, story.end - day / 24))
  return { job, applied, moves, hired }
}

/** Writes one application. */
export function writeWorkflow(
  story: Story,
  id: number,
  person: number,
  application: Application,
  source: readonly [string, string],
): void {
  const { job, applied, moves } = application
  const last = moves.at(-1)!
  story.put('applicantworkflow', id, {
    baseprofile: job.id,
    associatedprofile: person,
    status: last.status,
    source: source[0],
    sourcename: source[1],
    createddate: applied,
    updateddate: last.updateddate,
    ...(last.updatedby !== null && { updatedby: last.updatedby }),
    submittalstatuslog: moves.toReversed(),
  })
}
