import type { IcimsAddress } from '../icims/address.ts'
import type { IcimsClient, IcimsFilter, IcimsSearch } from '../icims/client.ts'
import type { MappingSettings, ModelName, UnifiedRecord } from '../models/record.ts'

/** What reading a record has in hand. */
export type StreamContext = {
  client: IcimsClient
  settings: MappingSettings
  /** The address of a location, fetched once in a run. */
  address(companyId: string, entry: string): Promise<IcimsAddress>
}

/** The rows one iCIMS record makes, by model; `skipped` says why it makes none of its own. */
export type Mapped = { rows: Partial<Record<ModelName, UnifiedRecord>>; skipped?: string }

/** One kind of iCIMS record: how it is found, read and mapped. The loop in `sync.ts` does the rest for all of them. */
export type Stream = {
  name: IcimsSearch
  /** Models that only this stream writes: a full run deletes what it did not see. */
  owns: readonly ModelName[]
  /** Filters of every search of it, beside the window. */
  filters(settings: MappingSettings): IcimsFilter[]
  read(id: string, context: StreamContext): Promise<Mapped>
}
