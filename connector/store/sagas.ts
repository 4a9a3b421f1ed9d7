import type { JsonObject, JsonValue } from '../models/record.ts'
import { toUnifiedId } from './id.ts'
import type { Owner } from './lease.ts'
import { prepare } from './prepared.ts'
import { deleteInput, fromRow, inRow, insertInput, selectInput } from './saga-inputs.ts'
import type { Row } from './schema.ts'
import type { Store } from './store.ts'

/**
 * OPEN: under way, or to be gone on with. DONE: its answer is given again for a while. REPORTED: it cannot go on, and what it
 * had written stays; the message says what that is. An action that wrote nothing leaves no row.
 */
export type SagaState = 'OPEN' | 'DONE' | 'REPORTED'

/** One step of an action. */
export type SagaStep = {
  /** Since when it is under way. */
  since: string
  /** Whether iCIMS answered the last try: what was sent has its effect by now, if it has any. */
  isAnswered?: boolean
  /** Whether the last try had none for sure. */
  isWithoutEffect?: boolean
  /** What came of it. */
  result?: JsonValue
}

/** What an action has done so far. */
export type SagaJournal = {
  steps: Record<string, SagaStep>
  /** What was written, one sentence each. */
  wrote: string[]
  warnings: string[]
}

/** One action of one integration, as it is kept. */
export type SagaRow = {
  id: string
  integrationId: string
  action: string
  /** What names the request: a second one of that name is the same. */
  key: string
  /** What the request asked for. */
  hash: string
  state: SagaState
  /** What it is made of; null until it is read with `readInput`. */
  input: JsonObject | null
  isApart: boolean
  journal: SagaJournal
  answer: JsonObject | null
  message: string | null
  owner: string
  until: string
  dueAt: string
  attempts: number
  createdAt: string
}

/** What a new action is made of. */
export type NewSaga = Pick<SagaRow, 'integrationId' | 'action' | 'key' | 'hash' | 'owner' | 'until'> & {
  input: JsonObject
}

/** An action with what it is made of. */
export type WholeSaga = SagaRow & { input: JsonObject }

const columns = [
  ...['id', 'integration_id', 'action', 'request_key', 'request_hash', 'state', 'input', 'journal', 'owner', 'until'],
  ...['due_at', 'attempts', 'created_at', 'updated_at'],
]

const insert = prepare((database, place) =>
  database
    .insertInto('saga')
    .values(Object.fromEntries(columns.map((name) => [name, place(name)])))
    .onConflict((conflict) => conflict.columns(['integration_id', 'request_key']).doNothing()),
)

/** Writes down an action before it does anything. @returns undefined when there is one of that name. */
export async function insertSaga(store: Store, saga: NewSaga, at: string): Promise<WholeSaga | undefined> {
  const { integrationId, action, key, hash, input, owner, until } = saga
  const journal: SagaJournal = { steps: {}, wrote: [], warnings: [] }
  const id = toUnifiedId(integrationId, `saga ${key}\n${at}`)
  const { text, isApart, whole } = inRow(input)
  const values = {
    id,
    integration_id: integrationId,
    action,
    request_key: key,
    request_hash: hash,
    state: 'OPEN',
    input: text,
    journal: JSON.stringify(journal),
    owner,
    until,
    due_at: at,
    attempts: 0,
    created_at: at,
    updated_at: at,
  }
  const write = async ({ database }: Store): Promise<boolean> => {
    const isMade = Number((await insert(database, values)).numAffectedRows ?? 0) > 0
    if (isMade && isApart) await insertInput(database, { id, integrationId }, whole)
    return isMade
  }
  if (!(await (isApart ? store.transaction(write) : write(store)))) return undefined
  const rest = { answer: null, message: null, dueAt: at, attempts: 0, createdAt: at }
  return { ...saga, ...rest, id, isApart, state: 'OPEN', journal }
}

/** The same with what it is made of. */
export async function readInput({ database }: Store, saga: SagaRow): Promise<WholeSaga> {
  return { ...saga, input: saga.input ?? (await selectInput(database, saga.id)) }
}

const find = prepare((database, place) => {
  const named = database.selectFrom('saga').selectAll().where('integration_id', '=', place('integration'))
  return named.where('request_key', '=', place('key'))
})

export async function findSaga({ database }: Store, integrationId: string, key: string): Promise<SagaRow | undefined> {
  const [row] = (await find(database, { integration: integrationId, key })).rows
  return row === undefined ? undefined : toSaga(row)
}

/** Takes an action from a process that ended, or that let it wait. @returns whether it is ours now. */
export async function claimSaga({ database }: Store, saga: SagaRow, owner: Owner, until: string): Promise<boolean> {
  const taken = await database
    .updateTable('saga')
    .set({ owner: owner.name, until })
    .where('id', '=', saga.id)
    .where('state', '=', 'OPEN')
    .where('owner', '=', saga.owner)
    .where('until', '=', saga.until)
    .executeTakeFirst()
  return Number(taken.numUpdatedRows) > 0
}

const save = prepare((database, place) =>
  database
    .updateTable('saga')
    .set({ journal: place('journal'), until: place('until'), updated_at: place('at') })
    .where('id', '=', place('id')),
)

/** Writes down what an action has done and is about to do. */
export async function saveJournal({ database }: Store, saga: SagaRow, until: string, at: string): Promise<void> {
  await save(database, { id: saga.id, journal: JSON.stringify(saga.journal), until, at })
}

/** Lets an action wait for another try; no process has it then. */
export async function postponeSaga(
  { database }: Store,
  { id, journal }: SagaRow,
  { dueAt, message, attempts, at }: { dueAt: string; message: string; attempts: number; at: string },
): Promise<void> {
  const values = { journal: JSON.stringify(journal), message, attempts, due_at: dueAt, until: at, updated_at: at }
  await database.updateTable('saga').set(values).where('id', '=', id).execute()
}

const end = prepare((database, place) => {
  const names = ['state', 'answer', 'message', 'input', 'journal', 'updated_at', 'until']
  const values = Object.fromEntries(names.map((name) => [name, place(name)]))
  return database.updateTable('saga').set(values).where('id', '=', place('id'))
})

/** Ends an action. What it was made of is forgotten, unless it could not be done. */
export async function endSaga(
  { database }: Store,
  { id, input, isApart, journal }: SagaRow,
  {
    state,
    answer,
    message,
    at,
  }: { state: 'DONE' | 'REPORTED'; answer: JsonObject; message: string | null; at: string },
): Promise<void> {
  await end(database, {
    id,
    state,
    answer: JSON.stringify(answer),
    message,
    input: state === 'DONE' ? '{}' : inRow(input!).text,
    journal: JSON.stringify(journal),
    updated_at: at,
    until: at,
  })
  if (isApart && state === 'DONE') await deleteInput(database, id)
}

/** Lets another request have the name of an action that ended. */
export async function releaseSaga({ database }: Store, id: string): Promise<void> {
  await database.updateTable('saga').set({ request_key: id }).where('id', '=', id).execute()
}

/** Forgets an action that wrote nothing, or whose answer nobody asks for again. */
export async function deleteSaga({ database }: Store, { id, isApart }: Pick<SagaRow, 'id' | 'isApart'>): Promise<void> {
  if (isApart) await deleteInput(database, id)
  await database.deleteFrom('saga').where('id', '=', id).execute()
}

/** An action as the database gives it. */
export function toSaga(row: Row): SagaRow {
  return {
    id: String(row.id),
    integrationId: String(row.integration_id),
    action: String(row.action),
    key: String(row.request_key),
    hash: String(row.request_hash),
    state: row.state as SagaState,
    input: fromRow(String(row.input)),
    isApart: row.input === '',
    journal: JSON.parse(String(row.journal)),
    answer: row.answer === null ? null : JSON.parse(String(row.answer)),
    message: row.message === null ? null : String(row.message),
    owner: String(row.owner),
    until: String(row.until),
    dueAt: String(row.due_at),
    attempts: Number(row.attempts),
    createdAt: String(row.created_at),
  }
}
