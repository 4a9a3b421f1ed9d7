import { switches } from '../../openapi/document.ts'
import type { TenantConfig } from './config.ts'

/**
 * What a tenant chose where two readings of iCIMS are plausible, or the document's default.
 *
 * @param name an `x-switch` of the OpenAPI document.
 * @throws Error for a name the document does not declare.
 */
export function switchValue(config: Pick<TenantConfig, 'switches'>, name: string): string | number | boolean {
  const declared = switches.find((candidate) => candidate.name === name)
  if (declared === undefined) throw new Error(`The OpenAPI document declares no switch ${name}.`)
  return config.switches[name] ?? declared.default
}
