import type { TenantConfig, WorkflowStatus } from './config.ts'

/** The stages somebody goes through on the way to a job, in order. */
export const stages = ['new', 'review', 'interview', 'offer', 'hired'] as const

export type Stage = (typeof stages)[number]

/** A status with the place it has among those of its stage. */
export type Step = { status: WorkflowStatus; stage: Stage; index: number; isLast: boolean }

/** How applications go at one customer, whatever it calls its statuses. */
export type Pipeline = {
  /** Undefined for a status that is not on the way to a job. */
  step(status: string): Step | undefined
  /** The step after this one, undefined where there is none. */
  next(step: Step): Step | undefined
  /** Whether somebody in this status still waits for an answer. */
  isActive(status: string): boolean
  /** The ids of those statuses. */
  waiting: readonly string[]
  /** First statuses by how somebody came: by a portal, from inside, through a recruiter. */
  first(way: 'external' | 'internal' | 'submitted'): WorkflowStatus | undefined
  /** Statuses that turn somebody down; those for a job that is gone apart. */
  rejected: readonly WorkflowStatus[]
  gone: readonly WorkflowStatus[]
  withdrew: readonly WorkflowStatus[]
  /** The statuses of a stage, in order. */
  of(stage: Stage): readonly WorkflowStatus[]
}

const ways = { external: /external|portal|received$/i, internal: /internal/i, submitted: /submitted|agency|sourced/i }
const jobIsGone = /filled|closed|cancel/i

export function createPipeline({ statuses }: TenantConfig): Pipeline {
  const of = (meaning: WorkflowStatus['meaning']): WorkflowStatus[] => statuses.filter((one) => one.meaning === meaning)
  // Of the first statuses an application has one; of all others it may see several.
  const steps = stages.flatMap((stage) =>
    of(stage).map(
      (status, index, all): Step => ({ status, stage, index, isLast: index === all.length - 1 || stage === 'new' }),
    ),
  )
  const byId = new Map(steps.map((step) => [step.status.id, step]))
  const rejections = of('rejected')
  const gone = rejections.filter(({ name }) => jobIsGone.test(name))
  const rejected = rejections.filter((status) => !gone.includes(status))
  return {
    step: (id) => byId.get(id),
    next({ stage, index, isLast }) {
      if (!isLast) return steps.find((step) => step.stage === stage && step.index === index + 1)
      const later = stages.slice(stages.indexOf(stage) + 1)
      return later.flatMap((name) => steps.filter((step) => step.stage === name))[0]
    },
    isActive: (id) => (byId.get(id)?.stage ?? 'hired') !== 'hired',
    waiting: steps.filter(({ stage }) => stage !== 'hired').map(({ status }) => status.id),
    first(way) {
      const news = of('new')
      return (
        news.find(({ name }) => ways[way].test(name) && (way === 'internal' || !ways.internal.test(name))) ?? news[0]
      )
    },
    rejected: rejected.length > 0 ? rejected : gone,
    gone: gone.length > 0 ? gone : rejected,
    withdrew: of('withdrew'),
    of,
  }
}
