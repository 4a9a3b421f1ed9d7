import type { ModelName } from '../models/record.ts'
import type { SyncSettings } from '../settings.ts'
import { cutoffModels } from '../store/outside.ts'
import type { TrackedColumn } from '../store/tracked.ts'
import type { Stream } from './stream.ts'

const day = 86_400_000

/** What of iCIMS a run looks at, as a text: a run that is resumed must look at the same. */
export function selectionOf({ createdOnly, candidateCutoff }: SyncSettings): string {
  return JSON.stringify({ createdOnly, candidateCutoff })
}

/** The update before which candidates and applications are left out, ISO 8601; null when none are. */
export function cutoffOf({ candidateCutoff }: SyncSettings, startedAt: string): string | null {
  if (candidateCutoff === null) return null
  const since =
    'since' in candidateCutoff ? Date.parse(candidateCutoff.since) : Date.parse(startedAt) - candidateCutoff.days * day
  return new Date(since).toISOString()
}

/** Whether a cutoff leaves out records of this stream. */
export function isCut({ owns }: Stream): boolean {
  return owns.some((model) => cutoffModels.includes(model))
}

const trackedColumns: Readonly<Partial<Record<ModelName, TrackedColumn>>> = {
  ats_applications: 'workflow_id',
  ats_candidates: 'person_id',
}

/** What tracked applications name a stream's records by, where only those are kept. */
export function trackedColumnOf({ owns }: Stream, { createdOnly }: SyncSettings): TrackedColumn | undefined {
  return createdOnly ? owns.map((model) => trackedColumns[model]).find((column) => column !== undefined) : undefined
}

/** The streams in the order of a run. Whose the tracked applications are is known once those have been read. */
export function orderOf(streams: readonly Stream[], settings: SyncSettings): readonly Stream[] {
  const isLate = (stream: Stream): boolean => trackedColumnOf(stream, settings) === 'person_id'
  return [...streams.filter((stream) => !isLate(stream)), ...streams.filter(isLate)]
}
