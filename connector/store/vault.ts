import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** A secret cannot be read back: another key, or a damaged or misplaced text. The message never holds the secret. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
}

/** Encrypts what the database keeps of secrets. */
export type Vault = {
  /** @param name what the secret belongs to; it is sealed with it, so that a text moved to another row is refused. */
  seal(name: string, secret: string): string
  /** @throws VaultError when the text was sealed by another key, under another name, or is damaged. */
  open(name: string, sealed: string): string
}

const version = 'v1'

/** AES-256-GCM with a fresh nonce for every secret; `v1:<key id>:<nonce>:<tag>:<text>`, in base64url. */
export function createVault(key: Uint8Array): Vault {
  const keyId = createHash('sha256').update('icims-connector key\n').update(key).digest('hex').slice(0, 8)
  return {
    seal(name, secret) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      const parts = [nonce, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))
      return [version, keyId, ...parts].join(':')
    },
    open(name, sealed) {
      const [sealedVersion, sealedBy, ...parts] = sealed.split(':')
      const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
      if (sealedVersion !== version || nonce?.length !== 12 || tag?.length !== 16 || text === undefined) {
        throw new VaultError(`The secret of ${name} is damaged: it is no sealed text.`)
      }
      if (sealedBy !== keyId) {
        throw new VaultError(
          `The secret of ${name} was encrypted with another key (${sealedBy}, this one is ${keyId}).`,
        )
      }
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name)).setAuthTag(tag)
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new VaultError(`The secret of ${name} is damaged, or was moved there from another row.`, { cause })
      }
    },
  }
}
