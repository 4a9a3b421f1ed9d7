import { openIcims } from './icims.ts'
import type { Provider } from './provider.ts'
import { stateHandlers } from './states.ts'
import { openUnified } from './unified.ts'
import { unifiedStateHandlers } from './unified-states.ts'

/** Who keeps each contract, by the name in the pact file. */
export const providers: Readonly<Record<string, { states: readonly string[]; open(): Promise<Provider> }>> = {
  'icims-api': { states: Object.keys(stateHandlers), open: openIcims },
  'unified-api': { states: Object.keys(unifiedStateHandlers), open: openUnified },
}
