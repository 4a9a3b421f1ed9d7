import type { Column } from '../search/filters/filter.ts'
import { columnsApart, searchColumns } from '../search/filters/filters.ts'
import { type RecordType, recordTypeNames } from '../tenant/record-types.ts'
import type { Words } from '../tenant/words.ts'

/** Version of the tables below. A file of another version is refused by `openDatabase`. */
export const schemaVersion = 9

/**
 * The tables of one database, world and tenant alike: per profile type the profiles as JSON (`person_data`) and their
 * search columns (`person_search`), apart so that a search reads no JSON; where it has numbered fields, theirs again apart
 * (`person_apart`), with a row for every profile. `blob` holds files by their SHA-256. `layer` 0 is the world's own.
 */
export function schemaSql(schema: 'main' | 'world', words: Words): string {
  const tables = recordTypeNames.map((type) => {
    const columns = searchColumns(type, words)
    const indexes = columns.filter((column) => column.indexed)
    return `
      CREATE TABLE ${schema}.${type}_data (id INTEGER NOT NULL, layer INTEGER NOT NULL, data TEXT,
        PRIMARY KEY (id, layer)) WITHOUT ROWID;
      CREATE INDEX ${schema}.${type}_data_layer ON ${type}_data (layer);
      CREATE TABLE ${schema}.${type}_search (id INTEGER NOT NULL, layer INTEGER NOT NULL, gone INTEGER NOT NULL,
        ${columns.map((column) => `${column.name} ${column.type},`).join(' ')}
        PRIMARY KEY (id, layer)) WITHOUT ROWID;
      ${createApart(schema, type, words)}
      ${indexes.map(({ name }) => `CREATE INDEX ${schema}.${type}_${name} ON ${type}_search (${name});`).join('\n')}`
  })
  return `
    CREATE TABLE ${schema}.meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE ${schema}.blob (digest TEXT NOT NULL, layer INTEGER NOT NULL, bytes BLOB NOT NULL,
      PRIMARY KEY (digest, layer));
    CREATE INDEX ${schema}.blob_layer ON blob (layer);
    CREATE TABLE ${schema}.counter (name TEXT NOT NULL, layer INTEGER NOT NULL, value INTEGER NOT NULL,
      PRIMARY KEY (name, layer)) WITHOUT ROWID;
    CREATE INDEX ${schema}.counter_layer ON counter (layer);
    ${tables.join('\n')}`
}

/** The tables a type of profile has, `person_data` first. */
export function profileTables(type: RecordType, words: Words): string[] {
  return ['data', 'search', ...(columnsApart(type, words).length > 0 ? ['apart'] : [])].map((end) => `${type}_${end}`)
}

function createApart(schema: 'main' | 'world', type: RecordType, words: Words): string {
  const columns = columnsApart(type, words)
  if (columns.length === 0) return ''
  const declared = columns.map((column) => `${column.name} ${column.type},`).join(' ')
  return `CREATE TABLE ${schema}.${type}_apart (id INTEGER NOT NULL, layer INTEGER NOT NULL, ${declared}
    PRIMARY KEY (id, layer)) WITHOUT ROWID;`
}

/**
 * What a database keeps of the tenants in it: which layer lies on which, where each tenant stands, and its snapshots. `state`
 * is what it has beside rows, as JSON; `number` 1 is the tenant the database was made for. And what each has to tell its partners:
 * who wants to know, what happened, and what was sent and answered.
 */
export const tenantsSql = `
  CREATE TABLE main.layer (layer INTEGER PRIMARY KEY, below INTEGER NOT NULL);
  CREATE TABLE main.tenant (number INTEGER PRIMARY KEY, customer INTEGER NOT NULL, parent INTEGER,
    base INTEGER NOT NULL, top INTEGER NOT NULL, start TEXT NOT NULL, clock TEXT NOT NULL);
  CREATE TABLE main.snapshot (tenant INTEGER NOT NULL, name TEXT NOT NULL, layer INTEGER NOT NULL, taken INTEGER NOT NULL,
    state TEXT NOT NULL, PRIMARY KEY (tenant, name)) WITHOUT ROWID;
  CREATE TABLE main.subscription (tenant INTEGER NOT NULL, id INTEGER NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (tenant, id)) WITHOUT ROWID;
  CREATE TABLE main.event (tenant INTEGER NOT NULL, id INTEGER NOT NULL, subscription INTEGER NOT NULL, lane TEXT NOT NULL,
    at INTEGER NOT NULL, base TEXT NOT NULL, state TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (tenant, id)) WITHOUT ROWID;
  CREATE INDEX main.event_waiting ON event (tenant, id) WHERE state = 'waiting';
  CREATE TABLE main.attempt (tenant INTEGER NOT NULL, event INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL,
    request TEXT, request_body BLOB, answer TEXT, answer_body BLOB, verdict TEXT, PRIMARY KEY (tenant, event, number));
  CREATE INDEX main.attempt_open ON attempt (tenant) WHERE verdict IS NULL;`

/**
 * What a tenant sees: per type one view of its search columns, and one of those kept apart, its own layers over the world's.
 * `temp.chain` holds the layers of the tenant in hand, the newest with the greatest depth.
 */
export function viewsSql(words: Words): string {
  const views = recordTypeNames.map((type) => {
    const apart = columnsApart(type, words)
    // A profile that is gone needs no mark apart: its search row is what says whether it is there.
    return (
      viewSql(type, `${type}_search`, searchColumns(type, words), 'r.gone = 0 AND') +
      (apart.length === 0 ? '' : viewSql(`${type}_apart`, `${type}_apart`, apart, ''))
    )
  })
  return `CREATE TEMP TABLE chain (layer INTEGER PRIMARY KEY, depth INTEGER NOT NULL);${views.join('')}`
}

function viewSql(name: string, table: string, columns: readonly Column[], condition: string): string {
  const names = ['id', ...columns.map((column) => column.name)]
  const select = (alias: string): string => names.map((column) => `${alias}.${column}`).join(', ')
  return `
    CREATE TEMP VIEW ${name} AS
      SELECT ${select('r')} FROM main.${table} r JOIN temp.chain c ON c.layer = r.layer
      WHERE ${condition} NOT EXISTS (SELECT 1 FROM temp.chain hc JOIN main.${table} h
        ON h.layer = hc.layer WHERE hc.depth > c.depth AND h.id = r.id)
      UNION ALL
      SELECT ${select('w')} FROM world.${table} w
      WHERE NOT EXISTS (SELECT 1 FROM temp.chain hc JOIN main.${table} h
        ON h.layer = hc.layer WHERE h.id = w.id);`
}
