import type { Store } from './store.ts'
import { type Vault, VaultError } from './vault.ts'

/** The row that tells at once whether a key is the right one. */
const checkName = 'key-check'

/** Keeps a secret, sealed. Every secret is in this one table, so that a new key reaches them all. */
export async function saveSecret({ database }: Store, vault: Vault, name: string, secret: string): Promise<void> {
  const sealed = vault.seal(name, secret)
  const insert = database.insertInto('secret').values({ name, sealed })
  await insert.onConflict((conflict) => conflict.column('name').doUpdateSet({ sealed })).execute()
}

/** @throws VaultError when it cannot be read with this key. */
export async function readSecret({ database }: Store, vault: Vault, name: string): Promise<string | undefined> {
  const row = await database.selectFrom('secret').select('sealed').where('name', '=', name).executeTakeFirst()
  return row === undefined ? undefined : vault.open(name, String(row.sealed))
}

/** A secret that is made the first time it is asked for; of two that are made at once one is kept. */
export async function ensureSecret(store: Store, vault: Vault, name: string, make: () => string): Promise<string> {
  const known = await readSecret(store, vault, name)
  if (known !== undefined) return known
  const insert = store.database.insertInto('secret').values({ name, sealed: vault.seal(name, make()) })
  await insert.onConflict((conflict) => conflict.column('name').doNothing()).execute()
  return (await readSecret(store, vault, name))!
}

export async function deleteSecret({ database }: Store, name: string): Promise<void> {
  await database.deleteFrom('secret').where('name', '=', name).execute()
}

/** Whether a key was ever used for this database. */
export async function isSealed({ database }: Store): Promise<boolean> {
  const row = await database.selectFrom('secret').select('name').where('name', '=', checkName).executeTakeFirst()
  return row !== undefined
}

/** @throws VaultError when the database was written with another key. The first key ever used is the right one. */
export async function checkKey(store: Store, vault: Vault): Promise<void> {
  const values = { name: checkName, sealed: vault.seal(checkName, checkName) }
  const first = store.database.insertInto('secret').values(values)
  await first.onConflict((conflict) => conflict.column('name').doNothing()).execute()
  await readSecret(store, vault, checkName)
}

/**
 * Encrypts every secret anew, all or none.
 *
 * @returns how many there were.
 * @throws VaultError when one cannot be read; nothing is changed then.
 */
export function resealSecrets(store: Store, from: Vault, to: Vault): Promise<number> {
  return store.transaction(async (inner) => {
    const rows = await inner.database.selectFrom('secret').selectAll().orderBy('name').execute()
    if (rows.length === 0) throw new VaultError('There are no secrets in this database.')
    for (const row of rows) {
      const name = String(row.name)
      await saveSecret(inner, to, name, from.open(name, String(row.sealed)))
    }
    return rows.filter(({ name }) => name !== checkName).length
  })
}
