import type { Random } from '../seed/random.ts'
import type { Plan, Planned, Planner } from './agenda.ts'
import { attract } from './apply.ts'
import { nextVisitor, turns } from './course.ts'
import { decide, refuse, thinkBetter } from './decide.ts'
import { errands } from './errands.ts'
import type { Life } from './life-context.ts'
import { morning } from './morning.ts'
import { merge } from './people.ts'
import { contact } from './pools.ts'
import { comeBack } from './staff.ts'
import { progress, renege, start } from './start.ts'
import { planTeam } from './team.ts'

/** Does what somebody planned; what comes back is planned next, or nothing. */
type Occasion = (life: Life, id: number, plan: Plan, random: Random) => Plan | undefined

/** Everything that can happen, by whose plan it is and its kind. */
const occasions: Readonly<Record<Planner, Readonly<Record<string, Occasion>>>> = {
  tenant: { morning: (life, _, plan, random) => morning(life, plan, random), meet: planTeam },
  job: Object.fromEntries(
    Object.entries(turns).map(([kind, turn]): [string, Occasion] => [
      kind,
      (life, id, plan, random) => {
        const job = life.context.store.get('job', id)
        return job === undefined ? undefined : turn(life, id, job, random, plan)
      },
    ]),
  ),
  posting: {
    attract(life, id, _, random) {
      const next = nextVisitor(life, id, random)
      if (next !== undefined) attract(life, random, id)
      return next
    },
  },
  applicantworkflow: { decide, refuse, withdraw: thinkBetter },
  person: { merge, start, renege },
  user: { return: comeBack },
  onboardworkflow: { progress, finish: progress },
  sourceworkflow: { contact },
  errand: Object.fromEntries(
    Object.entries(errands).map(([kind, errand]): [string, Occasion] => [
      kind,
      (life, _, plan, random) => {
        errand(life, plan, random)
        return undefined
      },
    ]),
  ),
}

/** Lets happen what is planned, and puts down what is planned then. To be called in a transaction, at the plan's instant. */
export function happen(life: Life, { planner, id, plan }: Planned): void {
  const occasion = occasions[planner][plan.kind]
  const next = occasion?.(life, id, plan, life.random(planner, plan.kind, id, plan.due))
  if (next === undefined) life.agenda.drop(planner, id)
  else life.agenda.set(planner, id, next)
}
