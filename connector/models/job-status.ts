import type { IcimsNode } from '../icims/decode.ts'
import { ownValue } from './own-value.ts'
import type { MappingSettings } from './settings.ts'

/** Whole words of a job folder that name a status; D31001 Approved is evidenced (C1, C3), the texts are customers' own. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\b(pending|drafts?|templates?|approval|not (yet )?approved)\b/i, 'DRAFT'],
  [/\b(archived?|purged?)\b/i, 'ARCHIVED'],
  [/\b(closed?|filled|cancell?ed|cancellation|hold|inactive|expired)\b/i, 'CLOSED'],
  [/\b(approved|open|re-?opened|active|posted)\b/i, 'OPEN'],
  // Last: "Approved - New Headcount" is approved.
  [/\bnew\b/i, 'DRAFT'],
]

/** The unified status of a job's folder: the integration's own mapping first, then D31001, then its text. */
export function toJobStatus(folder: IcimsNode | undefined, { jobStatuses }: MappingSettings): string | null {
  if (folder === undefined) return null
  const mapped = ownValue(jobStatuses, folder)
  if (mapped !== undefined) return mapped
  if (folder.id === 'D31001') return 'OPEN'
  return words.find(([pattern]) => pattern.test(folder.value))?.[1] ?? (folder.value === '' ? null : folder.value)
}
