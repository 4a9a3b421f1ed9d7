import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../connector/store/database.ts'
import { checkKey, deleteSecret, readSecret, resealSecrets, saveSecret } from '../../../connector/store/secrets.ts'
import { createStore } from '../../../connector/store/store.ts'
import { createVault } from '../../../connector/store/vault.ts'
import { databases } from '../databases.ts'

const vault = createVault(Buffer.alloc(32, 1))
const other = createVault(Buffer.alloc(32, 2))

test('what is sealed is read back, whatever it is, and never sealed the same way twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (secret, name) => {
      const sealed = vault.seal(name, secret)
      expect(vault.open(name, sealed)).toBe(secret.toWellFormed())
      expect(vault.seal(name, secret)).not.toBe(sealed)
      expect(sealed).toMatch(/^v1:[0-9a-f]{8}:[\w-]{16}:[\w-]{22}:[\w-]*$/)
    }),
  )
})

test('any change of a sealed text is found, and no message shows the secret', () => {
  const sealed = vault.seal('integration:1', 'top-secret')
  const open = (text: string, name = 'integration:1') => {
    try {
      return vault.open(name, text)
    } catch (error) {
      expect(error).toMatchObject({ name: 'VaultError' })
      return (error as Error).message
    }
  }
  for (let at = 0; at < sealed.length; at++) {
    // The last digit of a base64 group has bits that count for nothing, so another digit is not always another text.
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'z' : 'A'}${sealed.slice(at + 1)}`
    const answer = open(changed)
    const isSameText = ['nonce', 'tag', 'text'].every((_, i) => {
      const part = (text: string) => Buffer.from(text.split(':')[i + 2] ?? '', 'base64url')
      return part(changed).equals(part(sealed))
    })
    expect(answer === 'top-secret', `${at}`).toBe(isSameText && changed.slice(0, 12) === sealed.slice(0, 12))
    expect(answer.includes('top-secret') && answer !== 'top-secret').toBe(false)
  }
  expect(open(sealed, 'integration:2')).toMatch(/damaged, or was moved/)
  expect(open('')).toMatch(/is damaged/)
  expect(open('v1:x')).toMatch(/is damaged/)
  expect(() => other.open('integration:1', sealed)).toThrow(/encrypted with another key/)
})

for (const { name, open } of databases) {
  test(`${name}: a new key reaches every secret, or none`, async () => {
    const store = createStore(await openDatabase(await open()))
    await checkKey(store, vault)
    await checkKey(store, vault)
    await expect(checkKey(store, other)).rejects.toThrow(/encrypted with another key/)
    await saveSecret(store, vault, 'a', 'first')
    await saveSecret(store, vault, 'a', 'second')
    await saveSecret(store, vault, 'b', 'third')
    expect(await resealSecrets(store, vault, other)).toBe(2)
    await checkKey(store, other)
    await expect(readSecret(store, vault, 'a')).rejects.toMatchObject({ name: 'VaultError' })
    expect(await readSecret(store, other, 'a')).toBe('second')
    const damaged = { sealed: vault.seal('b', 'by the old key') }
    await store.database.updateTable('secret').set(damaged).where('name', '=', 'b').execute()
    const third = createVault(randomBytes(32))
    await expect(resealSecrets(store, other, third)).rejects.toMatchObject({ name: 'VaultError' })
    expect(await readSecret(store, other, 'a')).toBe('second')
    await deleteSecret(store, 'a')
    expect(await readSecret(store, other, 'a')).toBeUndefined()
    await store.close()
  })
}
