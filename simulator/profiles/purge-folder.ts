import { badRequest, errorCodes } from '../errors.ts'
import type { ProfilesContext } from './context.ts'

/** The types of profile that can be purged (KB). */
export const purgeTypes = ['person', 'job', 'company'] as const

export type PurgeType = (typeof purgeTypes)[number]

/** The folder whose profiles a purge removes, Purge or Archive by name (KB); its delivered ids are inferred. */
const folders: Readonly<Record<PurgeType, string>> = { person: 'D32020', job: 'D31020', company: 'D33020' }

const names = ['Purge', 'Archive']

/**
 * The folder whose profiles a purge removes: the delivered one, whatever the customer calls it, or one of the customer's own
 * that is called so.
 *
 * @throws IcimsError 400 at a customer whose list of folders has none.
 */
export function purgeFolder({ lists, fields }: ProfilesContext, type: PurgeType): string {
  const id = folders[type]
  const list = fields.find(type, 'folder')?.list ?? ''
  if (lists.node(id)?.list === list) return id
  const [named] = names.flatMap((name) => lists.match(list, name))
  if (named !== undefined) return named.id
  throw badRequest([
    {
      code: errorCodes.badValue,
      field: 'folder',
      message: `The list ${list} has no folder for a purge, neither ${id} nor one named Purge.`,
    },
  ])
}
