import type { Connection } from './connection.ts'

/** One tenant of a database. `start` and `clock` are JSON: what a reset goes back to, and how its clock goes. */
export type TenantRow = {
  /** 1 for the tenant the database was made for. */
  number: number
  customer: number
  /** Number of the tenant it was forked from. */
  parent: number | null
  base: number
  top: number
  start: string
  clock: string
}

/** One named state of a tenant; `state` is what it had beside rows, as JSON. */
export type SnapshotRow = { tenant: number; name: string; layer: number; taken: number; state: string }

/** The rows about tenants and their snapshots. */
export type TenantRows = {
  all(): TenantRow[]
  add(row: TenantRow): void
  setTop(number: number, top: number): void
  setClock(number: number, clock: string): void
  /** With its snapshots. */
  remove(number: number): void
  snapshots(tenant: number): Omit<SnapshotRow, 'state'>[]
  snapshot(tenant: number, name: string): SnapshotRow | undefined
  /** One of the same name is replaced. */
  putSnapshot(row: SnapshotRow): void
  removeSnapshot(tenant: number, name: string): void
  /** Every layer somebody stands on or may go back to. */
  layersInUse(): number[]
}

export function openTenantRows({ prepare }: Connection): TenantRows {
  return {
    all: () =>
      prepare('SELECT * FROM main.tenant ORDER BY number')
        .all()
        .map((row) => ({ ...row })) as TenantRow[],
    add({ number, customer, parent, base, top, start, clock }) {
      prepare(
        'INSERT INTO main.tenant (number, customer, parent, base, top, start, clock) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ).run(...[number, customer, parent, base, top, start, clock])
    },
    setTop: (number, top) => prepare('UPDATE main.tenant SET top = ? WHERE number = ?').run(top, number),
    setClock: (number, clock) => prepare('UPDATE main.tenant SET clock = ? WHERE number = ?').run(clock, number),
    remove(number) {
      prepare('DELETE FROM main.snapshot WHERE tenant = ?').run(number)
      prepare('DELETE FROM main.tenant WHERE number = ?').run(number)
    },
    snapshots: (tenant) =>
      prepare('SELECT tenant, name, layer, taken FROM main.snapshot WHERE tenant = ? ORDER BY taken, name')
        .all(tenant)
        .map((row) => ({ ...row })) as Omit<SnapshotRow, 'state'>[],
    snapshot(tenant, name) {
      const row = prepare('SELECT * FROM main.snapshot WHERE tenant = ? AND name = ?').get(tenant, name)
      return row === undefined ? undefined : ({ ...row } as SnapshotRow)
    },
    putSnapshot({ tenant, name, layer, taken, state }) {
      prepare('INSERT OR REPLACE INTO main.snapshot (tenant, name, layer, taken, state) VALUES (?, ?, ?, ?, ?)').run(
        ...[tenant, name, layer, taken, state],
      )
    },
    removeSnapshot: (tenant, name) =>
      prepare('DELETE FROM main.snapshot WHERE tenant = ? AND name = ?').run(tenant, name),
    layersInUse: () =>
      prepare(
        'SELECT base AS layer FROM main.tenant UNION SELECT top FROM main.tenant UNION SELECT layer FROM main.snapshot',
      )
        .all()
        .map(({ layer }) => Number(layer)),
  }
}
