import type { Simulator } from '../../../simulator/index.ts'
import { asFetch } from '../../tenant.ts'
import type { Mutant } from '../mutants/bend.ts'
import { conformTo, fetchOf } from './conform-to.ts'

/** Ids of the facts that show a mutant to be wrong, or why the run had to stop: it is never green then. */
export async function isCaught(mutant: Mutant, simulator: Simulator): Promise<string[]> {
  const right = fetchOf(simulator)
  const wrong = asFetch(mutant.over((request) => right(request)))
  try {
    const { findings } = await conformTo(simulator, { fetch: wrong, allowWrites: true, allowAdmin: true })
    return findings.filter(({ verdict }) => verdict === 'contradicted').map(({ level, id }) => `${level} ${id}`)
  } catch (error) {
    if (error instanceof Error && error.name === 'StopError') return [error.message]
    throw error
  }
}
