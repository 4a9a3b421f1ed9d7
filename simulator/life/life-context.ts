import { utcDay } from '../clock.ts'
import { type Actor, type ProfilesContext, platformActor } from '../profiles/context.ts'
import type { Random } from '../seed/random.ts'
import { createRandom } from '../seed/random.ts'
import { createStory, type Story } from '../seed/story.ts'
import { fullAccess } from '../tenant/access.ts'
import { type LifeRates, lifeRates } from '../tenant/life.ts'
import { createPipeline, type Pipeline } from '../tenant/pipeline.ts'
import { type Agenda, createAgenda } from './agenda.ts'
import { type Calendar, createCalendar } from './calendar.ts'
import { createLifeLog, type LifeEvent, type LifeLog } from './log.ts'

/** What everything that happens has in hand. */
export type Life = {
  context: ProfilesContext
  rates: LifeRates
  calendar: Calendar
  pipeline: Pipeline
  agenda: Agenda
  log: LifeLog
  /** A stream of choices of its own for this thing: nothing else that happens, or does not, changes it. */
  random(...words: (string | number)[]): Random
  /** The seed's makers of people and jobs, who believe that today is the last day of the story. */
  story(): Story
  /** The instant something happens at. */
  now(): number
  /** Notes what happened just now. */
  tell(kind: string, text: string, about?: Omit<LifeEvent, 'number' | 'at' | 'kind' | 'text'>): void
}

export function createLifeContext(context: ProfilesContext, seed: string): Life {
  const { config, store, clock } = context
  const story = createStory(seed, config, utcDay(0), () => {
    throw new Error('What happens is written through the domain, not put down as the seed does.')
  })
  const log = createLifeLog(store)
  return {
    context,
    rates: lifeRates(config),
    calendar: createCalendar(config.region),
    pipeline: createPipeline(config),
    agenda: createAgenda(store),
    log,
    random: (...words) => createRandom(seed, 'life', ...words),
    story: () => ({ ...story, end: clock.now() }),
    now: () => clock.now(),
    tell: (kind, text, about = {}) => log.add({ at: clock.now(), kind, text, ...about }),
  }
}

/** The platform user with this id, who may do everything, or the platform itself. */
export function actor(person: number | undefined): Actor {
  return person === undefined ? platformActor : { kind: 'platform', person, access: fullAccess }
}
