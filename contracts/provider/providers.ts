import { type Elsewhere, openElsewhere } from './elsewhere.ts'
import { openEvents } from './events.ts'
import { type IcimsOptions, openIcims } from './icims.ts'
import type { Provider } from './provider.ts'
import { openUnified } from './unified.ts'

/** Who is to keep a contract. */
export type Keeper =
  | ({ kind: 'simulator' } & IcimsOptions)
  | { kind: 'connector' }
  | { kind: 'events' }
  | ({ kind: 'elsewhere' } & Elsewhere)

/** Starts it. */
export function openKeeper(keeper: Keeper): Promise<Provider> {
  switch (keeper.kind) {
    case 'simulator': {
      const { kind, ...options } = keeper
      return openIcims(options)
    }
    case 'connector':
      return openUnified()
    case 'events':
      return openEvents()
    case 'elsewhere':
      return openElsewhere(keeper)
  }
}
