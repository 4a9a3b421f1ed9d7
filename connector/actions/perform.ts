import { createHash } from 'node:crypto'
import type { JsonObject } from '../models/record.ts'
import type { FetchFile } from '../outgoing/fetch-file.ts'
import { isActionEnabled } from '../scopes.ts'
import type { Integration } from '../store/integration.ts'
import { claimSaga, deleteSaga, findSaga, insertSaga, readInput, releaseSaga, type SagaRow } from '../store/sagas.ts'
import type { WriteAction } from './action.ts'
import { ActionError, type ActionErrorCode, invalid } from './errors.ts'
import type { Execute, ExecuteOptions } from './execute.ts'
import { parseBody } from './parse-body.ts'
import { leaseTime } from './saga.ts'

/** A call of an action as it came. */
export type ActionRequest = {
  /** Of its path. */
  parameters: Readonly<Record<string, string>>
  /** Its body, byte for byte. */
  text: string
  /** The header `Idempotency-Key`. */
  key?: string
}

/** What an action answers: `data` as the unified API has it, and what the caller should know. */
export type ActionAnswer = JsonObject & { data: JsonObject; warnings: { message: string }[] }

/** How long a second call gets the first answer, in milliseconds: a day. */
export const repeatTime = 86_400_000
/** Milliseconds between two looks at an action that another process does, and how often it is looked at. */
const pause = 200
const looks = 600

/** Does an action once, however often it is asked for. */
export type Perform = (action: WriteAction, integration: Integration, request: ActionRequest) => Promise<ActionAnswer>

export function createPerform(options: ExecuteOptions & { execute: Execute; fetchFile: FetchFile }): Perform {
  const { store, clock, owner, execute, fetchFile } = options
  const underWay = new Map<string, { hash: string; answer: Promise<ActionAnswer> }>()

  /** @throws ActionError when the name was used for another call. */
  const checkSame = (one: { hash: string }, hash: string): void => {
    if (one.hash === hash) return
    throw invalid('Idempotency-Key: it was used for another call already. Take a new one for each call.')
  }

  const start = async (
    action: WriteAction,
    integration: Integration,
    request: ActionRequest,
    { key, hash }: { key: string; hash: string },
  ): Promise<ActionAnswer> => {
    for (let look = 0; look < looks; look++) {
      const now = clock.now()
      const found = await findSaga(store, integration.id, key)
      if (found === undefined) {
        const body = parseBody(action.body, request)
        const input = await action.prepare(body, { store, integration, fetchFile })
        const until = new Date(now.getTime() + leaseTime).toISOString()
        const named = { integrationId: integration.id, action: action.id, key, hash, owner: owner.name, until }
        const made = await insertSaga(store, { ...named, input }, now.toISOString())
        if (made !== undefined) return execute.run(made, action, integration)
        continue
      }
      checkSame(found, hash)
      if (found.state === 'OPEN') {
        const running = execute.running(found.id)
        if (running !== undefined) return running
        const until = new Date(now.getTime() + leaseTime).toISOString()
        if (!execute.isHeld(found) && (await claimSaga(store, found, owner, until))) {
          return execute.run({ ...(await readInput(store, found)), owner: owner.name, until }, action, integration)
        }
        await clock.sleep(pause)
        continue
      }
      if (Date.parse(found.createdAt) + repeatTime > now.getTime()) return answerOf(found)
      await (found.state === 'DONE' ? deleteSaga(store, found) : releaseSaga(store, found.id))
    }
    throw new ActionError('REMOTE.SERVICE_UNAVAILABLE', 'Another process does the same call. Repeat it for its answer.')
  }

  return async (action, integration, request) => {
    checkMay(action, integration)
    if (request.key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(request.key)) {
      throw invalid('Idempotency-Key: it must be 1 to 255 printable characters without spaces.')
    }
    const hash = createHash('sha256')
      .update(`${action.id}\n${JSON.stringify(request.parameters)}\n`)
      .update(request.text)
      .digest('hex')
    const key = keyOf(action, request, hash)
    const name = `${integration.id} ${key}`
    const known = underWay.get(name)
    if (known !== undefined) {
      checkSame(known, hash)
      return known.answer
    }
    const answer = start(action, integration, request, { key, hash })
    underWay.set(name, { hash, answer })
    return answer.finally(() => underWay.delete(name))
  }
}

/** @throws ActionError when the integration is paused, or its scopes disable the action. */
export function checkMay({ id }: Pick<WriteAction, 'id'>, { enabled, scopes }: Integration): void {
  if (!enabled) throw new ActionError('INTEGRATION.INACTIVE', 'The integration is paused. Enable it first.')
  if (isActionEnabled(scopes, id)) return
  throw new ActionError('INTEGRATION.ACTION_DISABLED', `The scopes of this integration disable ${id}.`)
}

/** What names a call. One that is only the same while it is under way is named so, too: its row goes when it ends. */
function keyOf({ repeats }: WriteAction, { key }: ActionRequest, hash: string): string {
  if (key !== undefined) return `key:${key}`
  return repeats === 'same bytes' ? `bytes:${hash}` : `once:${hash}`
}

/** The answer of an action that ended. @throws ActionError as the first call got it. */
function answerOf({ state, answer }: SagaRow): ActionAnswer {
  if (state === 'DONE') return answer as ActionAnswer
  const { code, message } = answer as { code: ActionErrorCode; message: string }
  throw new ActionError(code, message)
}
