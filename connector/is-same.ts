import { hash, timingSafeEqual } from 'node:crypto'

/** Compares in a time that does not depend on where two texts differ. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'))
}
