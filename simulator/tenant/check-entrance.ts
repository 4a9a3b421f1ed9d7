import { IcimsError } from '../errors.ts'
import { checkSearch } from '../search/check.ts'
import { parseSearch } from '../search/parse.ts'
import { fullAccess } from './access.ts'
import type { ConfigProblem } from './check-config.ts'
import type { TenantConfig } from './config.ts'
import { createWords } from './words.ts'

/** Entrance criteria that are no search of workflows: nobody could enter such a status. */
export function checkEntrance(config: TenantConfig): ConfigProblem[] {
  return config.statuses.flatMap(({ entrance }, i): ConfigProblem[] => {
    if (entrance === undefined) return []
    try {
      const scope = { words: createWords(config), access: fullAccess, notes: [] }
      checkSearch('applicantworkflow', parseSearch(entrance.search), scope)
      return []
    } catch (error) {
      if (!(error instanceof IcimsError)) throw error
      return [{ path: ['statuses', i, 'entrance', 'search'], message: error.message }]
    }
  })
}
