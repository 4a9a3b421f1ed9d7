import { isModelEnabled } from '../scopes.ts'
import { orderOf } from './selection.ts'
import type { Stream } from './stream.ts'
import { streams } from './streams.ts'
import type { SyncOptions } from './sync.ts'

/** The streams that an integration needs, in the order of a run: one of which every model is disabled costs no call. */
export function neededStreams({ sync, scopes }: SyncOptions['integration']): readonly Stream[] {
  const isNeeded = ({ owns, feeds = [] }: Stream): boolean =>
    [...owns, ...feeds].some((model) => isModelEnabled(scopes, model))
  return orderOf(streams, sync).filter(isNeeded)
}
