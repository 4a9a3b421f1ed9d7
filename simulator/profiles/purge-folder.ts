import { badRequest, errorCodes } from '../errors.ts'
import type { ProfilesContext } from './context.ts'

/** The types of profile that can be purged (KB). */
export const purgeTypes = ['person', 'job', 'company'] as const

export type PurgeType = (typeof purgeTypes)[number]

/** What customers call the folder whose profiles a purge removes (KB). */
const names = ['Purge', 'Archive']

/**
 * The folder whose profiles a purge removes.
 *
 * @throws IcimsError 400 at a customer whose list of folders has none.
 */
export function purgeFolder({ lists, fields }: ProfilesContext, type: PurgeType): string {
  const list = fields.find(type, 'folder')?.list ?? ''
  const [node] = names.flatMap((name) => lists.match(list, name))
  if (node === undefined) {
    const message = `The list ${list} has no folder named ${names.join(' or ')}.`
    throw badRequest([{ code: errorCodes.badValue, field: 'folder', message }])
  }
  return node.id
}
