import { readFileSync } from 'node:fs'
import type { IntegrationInput } from '../index.ts'
import { UsageError } from './options.ts'

/** The flags of settings; what stands in them is checked where the integration is written. */
export type SettingsFlags = { settings?: string; syncSettings?: string; scopes?: string }

/**
 * Reads the settings that the flags hold or name.
 *
 * @throws UsageError when one is neither JSON nor a file of JSON or YAML.
 */
export async function readSettings(
  flags: SettingsFlags,
): Promise<Pick<IntegrationInput, 'settings' | 'sync' | 'scopes'>> {
  const read = async (name: string, given: string | undefined): Promise<object | undefined> => {
    if (given === undefined) return undefined
    try {
      if (given.trimStart().startsWith('{')) return JSON.parse(given)
      const { parse } = await import('yaml')
      return parse(readFileSync(given, 'utf8'))
    } catch (error) {
      const reason = (error as Error).message.split('\n')[0]
      throw new UsageError(`${name} is neither JSON nor a file of it: ${reason}.`)
    }
  }
  const settings = await read('--settings', flags.settings)
  const sync = await read('--sync-settings', flags.syncSettings)
  const scopes = await read('--scopes', flags.scopes)
  return { ...(settings && { settings }), ...(sync && { sync }), ...(scopes && { scopes }) }
}
