import { eventStateHandlers } from './provider/event-states.ts'
import type { Keeper } from './provider/providers.ts'
import { stateHandlers } from './provider/states.ts'
import { unifiedStateHandlers } from './provider/unified-states.ts'

/** A contract, from its consumer tests to who must keep it. */
export type Pair = {
  consumer: string
  provider: string
  /** Folder of its consumer tests, below `contracts`. Only files that stand right in it count. */
  tests: string
  keeper: Keeper
  /** The states its provider knows. */
  states: readonly string[]
}

/** Every contract of this project. The consumer's and the provider's name make the name of its pact file. */
export const pairs: readonly Pair[] = [
  {
    consumer: 'icims-connector',
    provider: 'icims-api',
    tests: 'consumer',
    keeper: { kind: 'simulator' },
    states: Object.keys(stateHandlers),
  },
  {
    consumer: 'icims-connector',
    provider: 'icims-events',
    tests: 'consumer/events',
    keeper: { kind: 'events' },
    states: Object.keys(eventStateHandlers),
  },
  {
    consumer: 'app',
    provider: 'unified-api',
    tests: 'consumer/unified',
    keeper: { kind: 'connector' },
    states: Object.keys(unifiedStateHandlers),
  },
]

/** Name of a contract's pact file, as Pact makes it. */
export function pactFileName({ consumer, provider }: Pick<Pair, 'consumer' | 'provider'>): string {
  return `${consumer}-${provider}.json`
}
