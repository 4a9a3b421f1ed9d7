import type { Mutant } from './bend.ts'
import { protocolMutants } from './protocol.ts'
import { resourceMutants } from './resources.ts'
import { searchMutants } from './search.ts'
import { valueMutants } from './values.ts'

/** Every simulator that is wrong on purpose. */
export const mutants: readonly Mutant[] = [...searchMutants, ...protocolMutants, ...valueMutants, ...resourceMutants]
