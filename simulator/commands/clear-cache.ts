import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { defaultCacheFolder } from '../store/world.ts'

/** `icims-simulator cache clear`: removes the kept worlds, and nothing else that may lie in the folder. */
export function clearCache(folder = defaultCacheFolder(process.env)): void {
  const worlds = list(folder).filter((name) => /^[0-9a-f]{24}\.db/.test(name))
  for (const name of worlds) rmSync(join(folder, name), { force: true })
  process.stdout.write(`Removed ${worlds.length} kept world${worlds.length === 1 ? '' : 's'} from ${folder}.\n`)
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
