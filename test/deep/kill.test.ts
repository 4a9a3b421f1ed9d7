import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../connector/store/database.ts'
import { listIntegrations } from '../../connector/store/integration.ts'
import { createStore, type StoredRow } from '../../connector/store/store.ts'
import { modelNames } from '../../connector/store/tables.ts'
import { listen } from '../../simulator/server.ts'
import { createTenant } from '../tenant.ts'

const kills = 10
const cli = fileURLToPath(new URL('../../connector/cli.ts', import.meta.url))

test('a sync process that is killed again and again ends with the rows of one that was left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-kill-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await using simulator = await createTenant({ people: 3_000 })
  const { baseUrl, close } = await listen(simulator, { host: '127.0.0.1', port: 0 })
  onTestFinished(close)
  const sync = (database: string): ChildProcess =>
    spawn(process.execPath, [cli, 'sync', '--base-url', baseUrl, '--database', join(folder, database)], {
      stdio: 'ignore',
    })

  expect(await exitOf(sync('whole.db'))).toBe(0)
  const expected = await rowsOf(join(folder, 'whole.db'))

  const perRun = simulator.tenant.journal.total
  for (let kill = 1; kill <= kills; kill++) {
    const process = sync('killed.db')
    // By the calls it has made, not by the time: every kill meets it somewhere else.
    await until(() => simulator.tenant.journal.total >= perRun + (kill * perRun) / 20)
    process.kill('SIGKILL')
    await exitOf(process)
  }
  expect(await exitOf(sync('killed.db'))).toBe(0)
  expect(await rowsOf(join(folder, 'killed.db'))).toEqual(expected)
})

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Polls; there is nothing else to wait for between two processes. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1))
}

/** Every row of every model, without the moments of its writing. */
async function rowsOf(file: string): Promise<Record<string, Pick<StoredRow, 'id' | 'fields'>[]>> {
  const store = createStore(await openDatabase(file))
  const [integration] = await listIntegrations(store)
  const rows = await Promise.all(
    modelNames.map(async (model) => [
      model,
      (await store.rows(integration!.id, model)).map(({ id, fields, remoteDeletedAt }) => ({
        id,
        fields,
        remoteDeletedAt,
      })),
    ]),
  )
  await store.close()
  return Object.fromEntries(rows)
}
