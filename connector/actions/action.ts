import type { z } from '@hono/zod-openapi'
import type { Clock } from '../clock.ts'
import type { Action } from '../coverage/coverage.ts'
import type { IcimsClient } from '../icims/client.ts'
import type { JsonObject } from '../models/record.ts'
import type { FetchFile } from '../outgoing/fetch-file.ts'
import type { Integration } from '../store/integration.ts'
import type { Store } from '../store/store.ts'
import type { Saga } from './saga.ts'

/** What an action is prepared with: nothing is called in iCIMS, and nothing written. */
export type Preparing = { store: Store; integration: Integration; fetchFile: FetchFile }

/** What an action works with. */
export type Working = { store: Store; clock: Clock; integration: Integration; client: IcimsClient; saga: Saga }

/**
 * Writes what was read back into the store, and makes the answer. It is called in one transaction with the end of the action:
 * the rows, the answer and the end hold together or not at all.
 */
export type Complete = (store: Store) => Promise<JsonObject>

/** An action that writes. What it was asked for is prepared once and written down; from there it can be gone on with. */
export type WriteAction<Body extends z.ZodType = z.ZodType, Input extends JsonObject = JsonObject> = Action & {
  /** What it takes: the JSON of the call, with the parameters of its path. */
  body: Body
  /** Whether a second call with the same bytes is the same call for a day, or only one with the same `Idempotency-Key`. */
  repeats: 'same bytes' | 'same key'
  /**
   * Checks everything that can be checked without iCIMS, and resolves ids and files.
   *
   * @throws ActionError
   */
  prepare(body: z.output<Body>, preparing: Preparing): Promise<Input>
  /** What no other action may work on meanwhile. */
  subject(input: Input): string
  run(input: Input, working: Working): Promise<Complete>
}

/** Declares an action; what it prepares is what it runs on. */
export function defineAction<Body extends z.ZodType, Input extends JsonObject>(
  action: WriteAction<Body, Input>,
): WriteAction<Body, Input> {
  return action
}
