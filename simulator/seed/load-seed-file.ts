import { readFileSync } from 'node:fs'
import { IcimsError, problemText } from '../errors.ts'
import type { ProfilesContext } from '../profiles/context.ts'
import { encodeProfile } from '../profiles/encode-profile.ts'
import { importProfile } from '../profiles/import.ts'
import type { ProfileData } from '../store/store.ts'
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
  return Object.fromEntries(
    profileTypeNames.map((type) => [
      profileTypes[type].path,
      [...context.store.each(type)].map(({ id, data }) => encodeProfile(context, type, id, data)),
    ]),
  )
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SeedFileError(`cannot read the seed file ${file}: ${(error as NodeJS.ErrnoException).code ?? error}.`)
  }
}
