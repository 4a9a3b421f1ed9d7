import { recordTypeNames } from '../tenant/record-types.ts'
import type { Words } from '../tenant/words.ts'
import { profileTables } from './schema.ts'

/** The layer a world's own rows are in. */
export const worldLayer = 0

/** A table whose rows belong to layers. Forks, resets and snapshots move them, whatever they hold. */
export type LayeredTable = {
  name: string
  /** The column that names a row within its layer. */
  key: string
  /** Tables of the same rows, derived from this one. */
  companions: readonly string[]
  /** What tells two states apart: the columns beside the key, or nothing where the rows are named by others. */
  content: readonly string[]
}

/** Every one of them. A new one needs columns `layer` and its key as its primary key, and an index of `layer` alone. */
export function layeredTables(words: Words): LayeredTable[] {
  const profiles = recordTypeNames.map((type) => {
    const [name, ...companions] = profileTables(type, words)
    return { name: name!, companions, key: 'id', content: ['data'] }
  })
  return [
    ...profiles,
    { name: 'counter', companions: [], key: 'name', content: ['value'] },
    { name: 'blob', companions: [], key: 'digest', content: [] },
  ]
}
