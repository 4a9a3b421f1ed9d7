import { IcimsError } from '../errors.ts'
import type { ProfilesContext } from '../profiles/context.ts'
import { day } from '../seed/calendar.ts'
import type { Happening } from '../timeline.ts'
import type { Plan, Planned } from './agenda.ts'
import { createLifeContext, type Life } from './life-context.ts'
import type { LifeLog } from './log.ts'
import { happen } from './occasions.ts'

/** The life of a tenant: what its people do by themselves as its time passes. */
export type TenantLife = Happening & {
  /** What happened so far. */
  log: LifeLog
  /** Whether life goes on while the clock runs by itself. Otherwise it rests until somebody moves the time. */
  live: boolean
  /**
   * Lets the tenant live while the work, which moves its time, is done. What should have been done while it rested is put off
   * to the next days, so that nothing is ever dated before something a client has seen.
   */
  during<T>(work: () => T): T
}

/** Where the tenant's own plan for the day stands in the agenda. */
const dayPlan = 0
/** How often what the platform refuses is tried again. */
const retries = 2

export function createLife(context: ProfilesContext, seed: string, live = false): TenantLife {
  const life = createLifeContext(context, seed)
  const { agenda, rates, calendar } = life
  let isLive = live
  let awake = 0
  if (isLive) wake()

  /** Begins life where it never was, and puts off what is overdue. */
  function wake(): void {
    if (!rates.enabled) return
    const now = life.now()
    if (agenda.get('tenant', dayPlan) === undefined) {
      agenda.set('tenant', dayPlan, { due: now, kind: 'morning' })
      return
    }
    context.store.transaction(() => {
      for (const { planner, id, plan } of agenda.overdue(now)) {
        agenda.set(planner, id, { ...plan, due: putOff(plan.due, now) })
      }
    })
  }

  /** The same time of a later day, a working day if it was one. */
  function putOff(due: number, now: number): number {
    let later = due + Math.ceil((now - due) / day) * day
    while (calendar.isWorkday(calendar.dayOf(due)) && !calendar.isWorkday(calendar.dayOf(later))) later += day
    return later
  }

  // What is due is asked again before it happens, with nothing written in between.
  let found: { changes: number; planned: Planned | undefined } | undefined
  const next = (): Planned | undefined => {
    const { changes } = context.store
    if (found?.changes !== changes) {
      const today = agenda.get('tenant', dayPlan)
      // All that was due before the day began has happened: to look there would find what other layers hide.
      const planned = today === undefined ? undefined : agenda.next(Number(today.since ?? today.due))
      found = { changes, planned }
    }
    return found.planned
  }

  return {
    log: life.log,
    get live() {
      return isLive
    },
    set live(value) {
      if (value && !isLive) wake()
      isLive = value
    },
    during(work) {
      if (!isLive && awake === 0) wake()
      awake += 1
      try {
        return work()
      } finally {
        awake -= 1
      }
    },
    due() {
      if (!rates.enabled || (!isLive && awake === 0)) return undefined
      // After a reset nobody has begun yet.
      if (agenda.get('tenant', dayPlan) === undefined) wake()
      return next()?.plan.due
    },
    together: (work) => context.store.transaction(work),
    run() {
      const planned = next()
      if (planned !== undefined) attempt(life, planned)
    },
  }
}

/** All of what happens at once, or nothing of it, which the log then tells of. */
function attempt(life: Life, planned: Planned): void {
  const { context, agenda } = life
  const { planner, id, plan } = planned
  try {
    context.store.transaction(() => happen(life, planned))
  } catch (error) {
    if (!(error instanceof IcimsError)) throw error
    context.store.transaction(() => {
      life.tell(
        'refused',
        `The platform refused a step (${planner} ${id}, ${plan.kind}): ${error.message}`,
        aboutOf(planned),
      )
      const again = retry(life, plan)
      if (again === undefined) agenda.drop(planner, id)
      else agenda.set(planner, id, again)
    })
  }
}

function retry(life: Life, plan: Plan): Plan | undefined {
  const refused = Number(plan.refused ?? 0)
  if (plan.kind === 'morning') return { ...plan, due: plan.due + day }
  if (refused >= retries) return undefined
  const due = life.calendar.workMoment(life.random('retry', plan.kind, plan.due), life.now(), 3)
  return { ...plan, due, refused: refused + 1 }
}

function aboutOf({ planner, id }: Planned): { workflow?: number; job?: number; person?: number } {
  if (planner === 'applicantworkflow') return { workflow: id }
  if (planner === 'job' || planner === 'posting') return { job: id }
  return planner === 'person' || planner === 'user' ? { person: id } : {}
}
