import type { IcimsAddress } from '../icims/address.ts'
import type { IcimsClient, IcimsFilter, IcimsSearch } from '../icims/client.ts'
import type { ExtraFields } from '../models/field-source.ts'
import type { Posting } from '../models/job-posting.ts'
import type { ModelName, UnifiedRecord } from '../models/record.ts'
import type { MappingSettings } from '../models/settings.ts'
import type { SetAside } from '../store/set-aside.ts'
import type { UserReader } from './users.ts'

/** What reading a record has in hand. */
export type StreamContext = {
  client: IcimsClient
  settings: MappingSettings
  /** Fields to ask for beside the mapped ones. */
  more: ExtraFields
  /** The address of a location, fetched once in a run. */
  address(companyId: string, entry: string): Promise<IcimsAddress>
  users: UserReader
  /** A job's postings, in the order of the integration's portals. */
  postings(jobId: string): Promise<readonly Posting[]>
  /** Jobs that are known and were posted or taken down, as this run found. */
  reposted(): Promise<string[]>
}

/** Rows by model. */
export type Rows = Partial<Record<ModelName, readonly UnifiedRecord[]>>

/**
 * The rows one iCIMS record makes; `skipped` says why it makes none of its own. Where the rows of a model belong to the record
 * (`parentColumns`), those listed are all it has, and its others are deleted. `setAside` names what it refers to and could not
 * be read, while the record itself could. `mergedInto` is the person that a person has become.
 */
export type Mapped = {
  remoteId: string
  rows: Rows
  skipped?: string
  setAside?: readonly SetAside[]
  mergedInto?: string
}

/** One kind of iCIMS record: how it is found, read and mapped. The loop in `sync.ts` does the rest for all of them. */
export type Stream = {
  name: string
  search: IcimsSearch
  /** Models whose rows a full run deletes when it did not see them; the first one tells whether the search found anything. */
  owns: readonly ModelName[]
  /** Models of which no other stream knows every row. */
  feeds?: readonly ModelName[]
  /** How many calls a record takes, at least and at most; one unless it says. */
  calls?: readonly [number, number]
  /** Filters of every search of it, beside the window; undefined where there is nothing to search. */
  filters(settings: MappingSettings): IcimsFilter[] | undefined
  /** Records a delta reads whether they changed or not. */
  again?(context: StreamContext): Promise<string[]>
  read(id: string, context: StreamContext): Promise<Mapped>
}

/**
 * Rows that iCIMS gives whole in few answers, or that need none: read anew in every run, and what is not among them any more
 * is deleted.
 */
export type Snapshot = {
  name: string
  owns: readonly ModelName[]
  /** How many calls it takes, at least. */
  calls?(settings: MappingSettings): number
  /** Yields the rows in batches; an entry set aside says what could not be read, and then nothing is deleted. */
  read(context: StreamContext): AsyncIterable<Rows | SetAside>
}
