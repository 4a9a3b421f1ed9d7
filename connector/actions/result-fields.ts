/** Attributes of a result as the unified API has them. */
export type ResultDetails =
  | { custom_field_name_prefix: string; attributes: readonly { key: string; value: string }[] }
  | null
  | undefined

/**
 * The fields of a workflow that attributes go into, by prefix and key together: `Acme:` and `Score` name `Acme:Score`, which a
 * system that shows it writes `Acme: Score`. One that the integration names no field for is told.
 */
export function toCustomFields(
  details: ResultDetails,
  resultFields: Readonly<Record<string, string>>,
): { fields: Record<string, string>; warnings: string[] } {
  const fields: Record<string, string> = {}
  const warnings: string[] = []
  for (const [index, { key, value }] of (details?.attributes ?? []).entries()) {
    const prefix = details!.custom_field_name_prefix
    const name = [`${prefix}${key}`, `${prefix} ${key}`].find((one) => Object.hasOwn(resultFields, one))
    if (name !== undefined) fields[resultFields[name]!] = value
    else {
      warnings.push(
        `details.attributes.${index}: the settings of this integration name no field for ${JSON.stringify(`${prefix}${key}`)} (actions.resultFields), so it was not written.`,
      )
    }
  }
  return { fields, warnings }
}
