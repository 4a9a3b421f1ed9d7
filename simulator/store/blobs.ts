import { createHash } from 'node:crypto'
import { recordTypeNames } from '../tenant/record-types.ts'
import type { Connection } from './connection.ts'

/** How many bytes of files may be written before those nobody names any more are looked for. */
const sweepAfter = 64 * 1024 * 1024

/** The bytes of files, each kept once under its digest. A profile names the digest; a layer holds what it added itself. */
export type Blobs = {
  /** Keeps bytes. Gives back their SHA-256 in hexadecimal, and whether they were new. */
  keep(bytes: Uint8Array): { digest: string; isNew: boolean }
  read(digest: string): Uint8Array | undefined
  /** Drops what no profile of the layer names, once enough was written for that to be worth a look. */
  sweep(): void
}

const visible = `
  SELECT bytes FROM main.blob WHERE digest = ?1 AND layer IN (SELECT layer FROM temp.chain)
  UNION ALL SELECT bytes FROM world.blob WHERE digest = ?1 LIMIT 1`

/** The files of a layer, over those of the layers that are shown below it and of the world. */
export function openBlobs({ prepare }: Connection, layer: number): Blobs {
  let written = 0

  const named = function* (): Iterable<string> {
    for (const type of recordTypeNames) {
      const query = `SELECT data FROM main.${type}_data WHERE layer = ? AND data LIKE '%"blob":"%'`
      for (const { data } of prepare(query).iterate(layer)) {
        for (const [, digest] of String(data).matchAll(/"blob":"([0-9a-f]{64})"/g)) yield digest!
      }
    }
  }

  return {
    keep(bytes) {
      const digest = createHash('sha256').update(bytes).digest('hex')
      if (prepare(visible).get(digest) !== undefined) return { digest, isNew: false }
      prepare('INSERT INTO main.blob (digest, layer, bytes) VALUES (?, ?, ?)').run(digest, layer, bytes)
      written += bytes.length
      return { digest, isNew: true }
    },
    read: (digest) => prepare(visible).get(digest)?.bytes as Uint8Array | undefined,
    sweep() {
      if (written < sweepAfter) return
      written = 0
      const kept = new Set(named())
      const own = prepare('SELECT digest FROM main.blob WHERE layer = ?').all(layer)
      const remove = prepare('DELETE FROM main.blob WHERE digest = ? AND layer = ?')
      for (const { digest } of own) if (!kept.has(String(digest))) remove.run(String(digest), layer)
    },
  }
}
