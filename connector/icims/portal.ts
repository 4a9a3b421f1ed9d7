import { decodeId, decodeText, isObject, type Json } from './decode.ts'
import { RecordError } from './errors.ts'

/** A job on a portal: its page there (D26). */
export type IcimsPortalJob = { jobId: string; portalUrl: string | undefined; raw: Json }

/**
 * The jobs of one answer of a portal; a row without a job is passed over.
 *
 * @throws RecordError when there is no list of them.
 */
export function decodeIcimsPortalJobs(portal: string, value: unknown): IcimsPortalJob[] {
  const rows = isObject(value) ? value.searchResults : undefined
  if (!Array.isArray(rows)) throw new RecordError(`iCIMS answered portal ${portal} without searchResults.`)
  return rows.filter(isObject).flatMap((raw) => {
    const jobId = decodeId(raw, 'id')
    return jobId !== undefined && /^\d+$/.test(jobId) ? [{ jobId, portalUrl: decodeText(raw, 'portalUrl'), raw }] : []
  })
}
