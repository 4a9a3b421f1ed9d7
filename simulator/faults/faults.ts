import { closest } from 'fastest-levenshtein'
import { operations } from '../../openapi/document.ts'
import type { Clock } from '../clock.ts'
import type { Note } from '../journal.ts'
import { RefusedError } from '../refused-error.ts'
import { createRandom, type Random } from '../seed/random.ts'
import type { TenantConfig } from '../tenant/config.ts'
import {
  describeEffect,
  type FaultCall,
  type FaultEffect,
  type FaultRule,
  pathMatches,
  type StandingFault,
} from './rule.ts'
import { faultSets, isFaultSet } from './sets.ts'

/** The faults of one tenant: rules that make calls go wrong on purpose. */
export type Faults = {
  /** False while there are no rules: then nothing else has to be asked. */
  readonly isActive: boolean
  /**
   * Adds a rule, or a named set of them.
   *
   * @throws RefusedError 400 for an operation, a caller or a moment that there is not.
   */
  add(rule: FaultRule | string): StandingFault[]
  list(): StandingFault[]
  /** @throws RefusedError 404 for a rule that is not there. */
  remove(id: number): void
  clear(): void
  /** The effects that hit this call, in the order of their rules; each is noted. */
  plan(call: FaultCall, notes: Note[]): FaultEffect[]
  /** Choices made by effects: how late, say. */
  readonly random: Random
  /** The rules that have hit nothing, in words. */
  unused(): string[]
}

/** @param seed names the stream that `chance` draws from. */
export function createFaults(clock: Clock, config: Pick<TenantConfig, 'users'>, seed: string): Faults {
  let rules: (StandingFault & { random: Random })[] = []
  let last = 0
  const isOver = ({ until }: FaultRule): boolean => until !== undefined && clock.now() >= Date.parse(until)
  const isHit = (rule: StandingFault & { random: Random }): boolean => {
    const { skip = 0, times, every = 1, chance } = rule
    const place = rule.matched - skip
    if (place <= 0 || (place - 1) % every !== 0) return false
    if (times !== undefined && rule.hits >= times) return false
    return chance === undefined || rule.random.next() < chance
  }
  return {
    get isActive() {
      return rules.length > 0
    },
    add(given) {
      const added = (typeof given === 'string' ? setOf(given) : [given]).map((rule) => {
        checkRule(rule, config)
        last += 1
        return { ...rule, id: last, matched: 0, hits: 0, random: createRandom(seed, 'fault', last) }
      })
      rules.push(...added)
      return added.map(shown)
    },
    list: () => rules.map(shown),
    remove(id) {
      if (!rules.some((rule) => rule.id === id)) throw new RefusedError(404, `There is no fault ${id}.`)
      rules = rules.filter((rule) => rule.id !== id)
    },
    clear() {
      rules = []
    },
    plan(call, notes) {
      const effects: FaultEffect[] = []
      for (const rule of rules) {
        if (isOver(rule) || !isMeant(rule, call)) continue
        rule.matched += 1
        if (!isHit(rule)) continue
        rule.hits += 1
        effects.push(rule.effect)
        notes.push({
          kind: 'fault',
          subject: `fault ${rule.id}`,
          reason: `On purpose: ${describeEffect(rule.effect)}.`,
        })
      }
      return effects
    },
    random: createRandom(seed, 'effects'),
    unused: () =>
      rules
        .filter(({ hits }) => hits === 0)
        .map(({ id, operation, path }) => `The fault ${id} (${operation ?? path ?? 'any call'}) has hit nothing.`),
  }
}

function shown({ random, ...rule }: StandingFault & { random: Random }): StandingFault {
  return rule
}

function isMeant({ operation, caller, method, path, effect }: FaultRule, call: FaultCall): boolean {
  if (operation !== undefined && operation !== call.operation) return false
  if (caller !== undefined && caller !== call.caller) return false
  if (method !== undefined && method.toUpperCase() !== call.method) return false
  if (effect.kind === 'expire-tokens' && !call.isBearer) return false
  return path === undefined || pathMatches(path, call.path)
}

function setOf(name: string): readonly FaultRule[] {
  if (isFaultSet(name)) return faultSets[name]
  throw new RefusedError(400, `There is no set of faults ${name}. There are ${Object.keys(faultSets).join(', ')}.`)
}

function checkRule({ operation, caller, until }: FaultRule, { users }: Pick<TenantConfig, 'users'>): void {
  const ids = operations.map(({ operationId }) => operationId)
  if (operation !== undefined && !ids.includes(operation)) {
    throw new RefusedError(400, `There is no operation ${operation}. The nearest is ${closest(operation, ids)}.`)
  }
  const names = users.map(({ username }) => username)
  if (caller !== undefined && !names.includes(caller)) {
    throw new RefusedError(400, `There is no API user ${caller}. There are ${names.join(', ')}.`)
  }
  if (until !== undefined && Number.isNaN(Date.parse(until))) {
    throw new RefusedError(400, `until: ${until} is no moment in ISO 8601.`)
  }
}
