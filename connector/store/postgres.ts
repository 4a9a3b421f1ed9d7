import type { Pool } from 'pg'

/** Whether the address names a PostgreSQL server. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//i.test(address)
}

/** Connections to a PostgreSQL server. */
export async function openPool(address: string): Promise<Pool> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: address })
  // A connection that breaks while nobody uses it is thrown away, and the next query opens another. Without a listener the
  // process would end when the server restarts.
  pool.on('error', () => {})
  return pool
}

/** The database in a message: host and name, never what signs in. */
export function describePostgres(address: string): string {
  if (!URL.canParse(address)) return 'the PostgreSQL database'
  const { host, pathname } = new URL(address)
  return `the PostgreSQL database ${pathname.slice(1)} on ${host}`
}
