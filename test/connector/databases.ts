import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Dialect, PGliteDialect, sql } from 'kysely'
import { onTestFinished, test } from 'vitest'
import { openDatabase } from '../../connector/store/database.ts'
import { createStore, type Store } from '../../connector/store/store.ts'
import packageJson from '../../package.json' with { type: 'json' }

/** A kind of database the store is tested on. */
export type TestDatabase = {
  name: string
  open(): Promise<string | Dialect>
  /** One database for several connectors; what it answers opens it, once for each. */
  share(): Promise<() => string | Dialect>
}

/** SQLite and PGlite always; a real PostgreSQL where TEST_POSTGRES_URL names one, a schema of its own each time. */
export const databases: readonly TestDatabase[] = [
  { name: 'SQLite', open: async () => 'memory', share: async () => shared(freshFile()) },
  {
    name: 'PGlite',
    open: async () => new PGliteDialect({ pglite: await openPglite() }),
    async share() {
      const pglite = await openPglite()
      return () => new PGliteDialect({ pglite })
    },
  },
  ...(process.env.TEST_POSTGRES_URL === undefined
    ? []
    : [
        {
          name: 'PostgreSQL',
          open: () => freshPostgres(process.env.TEST_POSTGRES_URL!),
          share: async () => shared(await freshPostgres(process.env.TEST_POSTGRES_URL!)),
        },
      ]),
]

function shared(address: string): () => string {
  return () => address
}

/** A file of its own, which is gone after the test. */
function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'icims-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'connector.db')
}

/** Makes a function that declares a test on an empty store of this kind, which is closed after it. */
export function testsOn({ name, open }: TestDatabase): (title: string, work: (store: Store) => Promise<void>) => void {
  return (title, work) => {
    test(`${name}: ${title}`, async () => {
      const store = createStore(await openDatabase(await open()))
      try {
        await work(store)
      } finally {
        await store.close()
      }
    })
  }
}

/** An empty PGlite, as a file: making one takes five times as long as loading it. */
const version = packageJson.devDependencies['@electric-sql/pglite']
const empty = join(tmpdir(), `icims-test-pglite-${version}.tar`)

/** The PGlite of this process that nobody uses now: to empty it takes a tenth of loading another. */
let idle: PGlite | undefined

/** An empty PGlite; once closed, it is the next one who opens that has it. */
export async function openPglite(): Promise<PGlite> {
  const pglite = idle ?? (await loadPglite())
  idle = undefined
  await pglite.exec('drop schema public cascade')
  await pglite.exec('create schema public')
  await pglite.exec('discard all')
  pglite.close = async () => {
    idle = pglite
  }
  return pglite
}

async function loadPglite(): Promise<PGlite> {
  if (existsSync(empty)) return PGlite.create({ loadDataDir: new Blob([readFileSync(empty)]) })
  const made = await PGlite.create()
  const draft = `${empty}.${process.pid}`
  writeFileSync(draft, Buffer.from(await (await made.dumpDataDir('none')).arrayBuffer()))
  renameSync(draft, empty)
  return made
}

let schemas = 0

async function freshPostgres(url: string): Promise<string> {
  const name = `test_${process.pid}_${schemas++}`
  const { Kysely, PostgresDialect } = await import('kysely')
  const { default: pg } = await import('pg')
  const admin = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }) })
  await sql`create schema ${sql.ref(name)}`.execute(admin)
  await admin.destroy()
  return `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c search_path=${name}`)}`
}
