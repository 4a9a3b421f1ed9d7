import type { Dialect } from 'kysely'
import type { IntegrationInput } from './administration.ts'
import type { ApiLimits } from './api/limits.ts'
import type { Clock } from './clock.ts'
import type { ConnectOptions } from './connect/open-connect.ts'
import type { FetchFile } from './outgoing/fetch-file.ts'
import type { ScheduleSettings } from './schedule.ts'
import type { ScheduledOutcome } from './scheduler.ts'
import type { SendWebhook } from './webhooks/send.ts'

/** How a connector is made. */
export type ConnectorOptions = {
  /** A file, `memory`, or a `postgres://` address. */
  database?: string | Dialect
  /** 32 bytes in base64 or hex, for the credentials. Without it a key file is made beside a database file. */
  encryptionKey?: string
  /** Told of the key file when one is made. */
  onKeyMade?: (file: string) => void
  /** A bearer that opens the default environment, beside the keys that are kept in the database. */
  apiKey?: string
  /** The same, as long as there is no key in the database. */
  developmentKey?: string
  /** A bearer that opens the administration over HTTP. Without one there is none. */
  adminToken?: string
  integrations?: readonly IntegrationInput[]
  /** What iCIMS is called with, in place of Node's own client. */
  fetch?: typeof globalThis.fetch
  clock?: Clock
  random?: () => number
  /** Records read at the same time. */
  concurrency?: number
  /** How often integrations are synced by `run`; every 3 hours, and in full every 10, unless given. */
  schedule?: Partial<ScheduleSettings>
  /** The pages on which customers connect. */
  connect?: ConnectOptions
  /** How much the unified API takes of one client: 300 calls a minute, unless given. */
  limits?: Partial<ApiLimits>
  /** Told of every sync that `run` made. */
  onSync?: (outcome: ScheduledOutcome) => void
  webhooks?: {
    /** Lets targets on this machine through, for development. */
    allowLoopback?: boolean
    /** What webhooks are sent with, in place of a guarded request. */
    send?: SendWebhook
  }
  actions?: {
    /** How long a call to iCIMS may be under way after nobody waits for it any more, in milliseconds; 30 seconds. */
    settleTime?: number
    /** Lets files on this machine be fetched, for development. */
    allowLoopbackFiles?: boolean
    /** What files that a call names are fetched with, in place of a guarded request. */
    fetchFile?: FetchFile
  }
  /** Checks every answer of the unified API against its OpenAPI document. */
  strict?: boolean
  /** Told in one line of every kind of answer that `strict` finds not to fit, once. */
  onUnfit?: (message: string) => void
  /** Told of every request, once of its kind, that `strict` finds no operation answers; the answer is 404. */
  onUnmatched?: (message: string) => void
  /** Told of every event of iCIMS that was refused, and why. */
  onEventRefused?: (message: string) => void
  onInternalError?: (error: unknown) => void
}
