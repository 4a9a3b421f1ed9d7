import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { runConnector } from './command-line.ts'

/** A database file for the tests of a file, with one integration, whose id is there once they run. */
export function keepIntegration(): { database: string; readonly id: string } {
  const folder = mkdtempSync(join(tmpdir(), 'icims-commands-'))
  const database = join(folder, 'kept.db')
  let id = ''
  beforeAll(async () => {
    const added = await runConnector(
      ['add', '--customer-id', '1234', '--base-url', 'https://api.icims.com', '--username', 'connector', '--json'],
      { ICIMS_CONNECTOR_DATABASE: database, ICIMS_CONNECTOR_PASSWORD: 'connector-password' },
    )
    id = JSON.parse(added.stdout).id
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  return {
    database,
    get id() {
      return id
    },
  }
}
