import type { IcimsClient } from '../icims/client.ts'
import type { Json } from '../icims/decode.ts'
import { RecordError } from '../icims/errors.ts'
import { extraFields } from '../models/field-source.ts'
import type { MappingSettings } from '../models/settings.ts'
import { checkFields, type Sample } from './check-fields.ts'
import { type ProfileKind, profilePermissions, searchOf } from './permissions.ts'
import { type CheckStep, type FieldFinding, type Finding, skipped, toStep, tried } from './report.ts'

/** What the checks of one type of profile leave for the next ones. */
export type Seen = {
  /** A few records that were read. */
  samples: readonly Sample[]
  /** Ids of other profiles that records name, which are there whatever a search says. */
  named: Partial<Record<ProfileKind, readonly string[]>>
}

/** Records that are read of each type. */
const sampleSize = 3

/** Tries out the search and the reading of one type of profile. @returns what the next checks may go by. */
export async function* checkProfile(
  client: IcimsClient,
  kind: ProfileKind,
  settings: MappingSettings,
  named: readonly string[],
): AsyncGenerator<CheckStep, readonly Sample[]> {
  const { search, read } = profilePermissions[kind]
  let ids: string[] = []
  yield await tried(search, async () => {
    ids = await client.searchPage(searchOf[kind], [], '0')
    return describeSearch(kind, ids, named)
  })
  const chosen = ids.length > 0 ? pick(ids) : named.slice(0, 1)
  if (chosen.length === 0) {
    yield toStep(read, skipped(`There is no ${kind} to read.`))
    return []
  }
  const samples: Sample[] = []
  yield await tried(read, async () => {
    const refused: string[] = []
    const more = extraFields(settings)[kind]
    for (const id of chosen) {
      try {
        samples.push({ id, raw: await readRaw(client, kind, id, more) })
      } catch (error) {
        if (!(error instanceof RecordError)) throw error
        refused.push(error.message)
      }
    }
    if (samples.length === 0) {
      const how = `${ids.length > 0 ? 'The search finds it' : 'A recruiting workflow names it'}, so it is there and may not be read.`
      return { state: 'FAILED', verdict: 'not-allowed', seen: refused[0]!, how }
    }
    return describeFields(kind, samples, await checkFields(client, kind, samples, settings))
  })
  return samples
}

function describeSearch(kind: ProfileKind, ids: readonly string[], named: readonly string[]): Finding {
  if (ids.length > 0) {
    const seen = `${ids.length}${ids.length >= 1_000 ? ' or more' : ''}, from ${ids[0]} on`
    return { state: 'PASSED', verdict: 'allowed', seen, how: 'The search finds some.' }
  }
  if (named.length > 0) {
    const how = `A recruiting workflow names ${kind} ${named[0]}, so there are some and they may not be found.`
    return { state: 'FAILED', verdict: 'not-allowed', seen: 'The search finds none.', how }
  }
  const how = 'There is none, or none may be seen: iCIMS answers both the same, and no other record names one.'
  return { state: 'WARNING', verdict: 'unknown', seen: 'The search finds none.', how }
}

function describeFields(kind: ProfileKind, samples: readonly Sample[], fields: readonly FieldFinding[]): Finding {
  const of = (verdict: FieldFinding['verdict']): string[] =>
    fields.filter((one) => one.verdict === verdict).map(({ field }) => field)
  const hidden = of('not-allowed')
  const parts = [
    `${kind} ${samples.map(({ id }) => id).join(', ')} read: ${of('allowed').length} of ${fields.length} fields seen`,
    ...(hidden.length > 0 ? [`not allowed: ${hidden.join(', ')}`] : []),
    ...(of('empty').length > 0 ? [`empty: ${of('empty').join(', ')}`] : []),
    ...(of('unknown').length > 0 ? [`cannot be told: ${of('unknown').join(', ')}`] : []),
  ]
  const how = 'A field is allowed where a record shows it; of the others each says how it is known.'
  const isBlind = of('allowed').length === 0
  const state = isBlind ? 'FAILED' : hidden.length > 0 ? 'WARNING' : 'PASSED'
  return { state, verdict: isBlind ? 'not-allowed' : 'allowed', seen: parts.join('; '), how, fields }
}

/** The oldest, the newest, and one in between. */
function pick(ids: readonly string[]): string[] {
  const places = [0, Math.floor((ids.length - 1) / 2), ids.length - 1]
  return [...new Set(places.map((place) => ids[place]!))].slice(0, sampleSize)
}

async function readRaw(client: IcimsClient, kind: ProfileKind, id: string, more: readonly string[]): Promise<Json> {
  if (kind === 'job') return (await client.getJob(id, more)).raw
  if (kind === 'person') return (await client.getPerson(id, more)).raw
  return (await client.getApplicantWorkflow(id, more)).raw
}
