import type { IcimsClient } from '../icims/client.ts'
import type { Json } from '../icims/decode.ts'
import { FatalError, RecordError } from '../icims/errors.ts'
import type { MappingSettings } from '../models/settings.ts'
import { type NeededField, neededFields } from './needed-fields.ts'
import { type ProfileKind, searchOf } from './permissions.ts'
import type { FieldFinding } from './report.ts'

/** A record that was read, as it came. */
export type Sample = { id: string; raw: Json }

/** Finds out of every field that the mapping reads whether it may be read, from a few records and what else iCIMS tells. */
export async function checkFields(
  client: IcimsClient,
  kind: ProfileKind,
  samples: readonly Sample[],
  settings: MappingSettings,
): Promise<FieldFinding[]> {
  const needed = neededFields(kind, settings)
  const isMissing = ({ field }: NeededField): boolean => !samples.some(({ raw }) => raw[field] !== undefined)
  // Without a field that is missing there is nothing to ask.
  const schema = needed.some(isMissing) ? await client.listProfileFields(kind).catch(withoutSchema) : undefined
  const findings: FieldFinding[] = []
  for (const one of needed) {
    const judged = await judge(client, kind, one, samples, schema)
    findings.push({ field: one.field, fills: one.fills, ...judged })
  }
  return findings
}

async function judge(
  client: IcimsClient,
  kind: ProfileKind,
  { field, isAlwaysFilled, filter }: NeededField,
  samples: readonly Sample[],
  schema: ReadonlySet<string> | undefined,
): Promise<Pick<FieldFinding, 'verdict' | 'how'>> {
  const found = samples.find(({ raw }) => raw[field] !== undefined)
  if (found !== undefined) return { verdict: 'allowed', how: `${kind} ${found.id} shows it.` }
  const none = `None of ${samples.length} read shows it`
  if (isAlwaysFilled && samples.length > 0) {
    return { verdict: 'not-allowed', how: `${none}, and iCIMS fills it in every ${kind}.` }
  }
  if (filter !== undefined) {
    const isTaken = await client.takesFilter(searchOf[kind], filter).catch(withoutAnswer)
    if (isTaken === false) {
      return { verdict: 'not-allowed', how: `${none}, and iCIMS refuses a search by it as not valid or hidden.` }
    }
    if (isTaken === true)
      return { verdict: 'empty', how: `${none}, and iCIMS takes a search by it, so it is not hidden.` }
  }
  if (schema === undefined)
    return { verdict: 'unknown', how: `${none}: it may be empty or hidden, and nothing tells which.` }
  return schema.has(field)
    ? {
        verdict: 'empty',
        how: `${none}, and the schema of the profile names it (that it would not if hidden is our inference).`,
      }
    : {
        verdict: 'not-allowed',
        how: `${none}, and the schema of the profile does not name it: it is hidden, or not in use.`,
      }
}

function withoutSchema(error: unknown): undefined {
  if (!(error instanceof RecordError || error instanceof FatalError)) throw error
}

function withoutAnswer(error: unknown): undefined {
  if (!(error instanceof FatalError) || error.isAuthentication) throw error
}
