import { hash } from 'node:crypto'
import { base58 } from '@scure/base'

/**
 * The unified id of a row: 24 base58 characters made from integration and remote id, stable for ever. The model takes no
 * part, so two models that share a remote id share the unified one.
 */
export function toUnifiedId(integrationId: string, remoteId: string): string {
  const digest = hash('sha256', `${integrationId}\n${remoteId}`, 'buffer')
  // 18 bytes make at least 24 digits, save for leading zeros, which base58 writes as ones.
  return base58.encode(digest.subarray(0, 20)).slice(0, 24).padEnd(24, '1')
}

/** The id of a field that an integration passes through: one for each model it stands in. */
export function integrationFieldId(integrationId: string, model: string, key: string): string {
  return toUnifiedId(integrationId, `${model} field ${key}`)
}

/** The id of a field of the client's own. */
export function customFieldId(integrationId: string, model: string, key: string): string {
  return toUnifiedId(integrationId, `${model} custom field ${key}`)
}
