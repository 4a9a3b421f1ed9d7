import { readFileSync } from 'node:fs'
import { IcimsError, problemText } from '../errors.ts'
import type { ProfilesContext } from '../profiles/context.ts'
import { encodeProfile } from '../profiles/encode-profile.ts'
import { importProfile } from '../profiles/import.ts'
import { changedListNodes, isNodeText, putListNode } from '../profiles/list-changes.ts'
import type { ProfileData } from '../store/store.ts'
import type { KnownNode } from '../tenant/lists.ts'
import { type ProfileType, profileTypeNames, profileTypes } from '../tenant/profile-types.ts'
import { parseSeedFile, SeedFileError } from './seed-file.ts'

/** What a row may refer to is put down before it. */
const order: readonly ProfileType[] = [
  'company',
  'person',
  'talentpool',
  'newhirecategory',
  'job',
  'applicantworkflow',
  'sourceworkflow',
  'onboardworkflow',
]

/**
 * Puts the rows of a seed file on top of a tenant: a row with the id of a seeded one takes its place. All of them or none.
 *
 * @throws SeedFileError naming file, line and field.
 */
export async function loadSeedFile(context: ProfilesContext, file: string): Promise<void> {
  const rows = await parseSeedFile(file, read(file))
  context.store.transaction(() => {
    for (const { where, body } of rows.filter(({ type }) => type === 'lists')) putListNode(context, toNode(where, body))
    for (const type of order) {
      for (const row of rows) {
        if (row.type !== type) continue
        try {
          importProfile(context, type, row.id, row.body, row.platform as ProfileData)
        } catch (error) {
          if (!(error instanceof IcimsError)) throw error
          throw new SeedFileError(`${row.where}: ${error.problems.map(problemText).join(' ')}`)
        }
      }
    }
  })
}

/** Every row of a tenant in the form of a seed file. */
export function exportRows(context: ProfilesContext): Record<string, Record<string, unknown>[]> {
  const profiles = profileTypeNames.map((type) => [
    profileTypes[type].path,
    [...context.store.each(type)].map(({ id, data }) => encodeProfile(context, type, id, data)),
  ])
  const lists = changedListNodes(context)
  return Object.fromEntries([...profiles, ...(lists.length === 0 ? [] : [['lists', lists]])])
}

function toNode(where: string, body: Readonly<Record<string, unknown>>): KnownNode {
  const node = { parent: null, ...body } as KnownNode
  const { id, list, value, parent, abbrev, hidden } = node
  const isNode =
    /^[CD]\d+$/.test(String(id)) &&
    /^lists\./.test(String(list)) &&
    isNodeText(value) &&
    (parent === null || typeof parent === 'string') &&
    (abbrev === undefined || isNodeText(abbrev)) &&
    (hidden === undefined || typeof hidden === 'boolean')
  if (!isNode)
    throw new SeedFileError(`${where}: a row of lists holds id, list, value, and maybe parent, abbrev, hidden.`)
  return node
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SeedFileError(`cannot read the seed file ${file}: ${(error as NodeJS.ErrnoException).code ?? error}.`)
  }
}
