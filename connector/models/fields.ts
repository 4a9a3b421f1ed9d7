import { models } from './models.ts'
import type { ModelName } from './record.ts'

/** What tells rows apart and when they changed: never left out. */
export const fixedFields: readonly string[] = ['id', 'remote_id', 'changed_at', 'remote_deleted_at']

/**
 * The fields that iCIMS gives, model by model, beside the fixed ones and what ties a row to the one it belongs to. Every other
 * field of the unified API is null.
 */
export const modelFields = Object.fromEntries<readonly string[]>(
  models.map(({ name, fields, links, areLinksFields }) => [
    name,
    [
      ...Object.keys(fields).filter((field) => fields[field]!.evidence !== 'none'),
      ...(areLinksFields === true ? Object.keys(links) : []),
    ],
  ]),
) as Record<ModelName, readonly string[]>
