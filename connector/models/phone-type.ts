import type { IcimsNode } from '../icims/decode.ts'
import { ownValue } from './own-value.ts'
import type { MappingSettings } from './settings.ts'

/** Types of phone numbers by list item; D83001 and D83004 are evidenced (C12). */
const ids: Readonly<Record<string, string>> = { D83001: 'WORK', D83004: 'MOBILE' }

/** Whole words of a phone type's text. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\b(mobile|cell(ular| ?phone)?)\b/i, 'MOBILE'],
  [/\b(work|office|business)\b/i, 'WORK'],
  [/\b(home|private|personal)\b/i, 'HOME'],
  [/\bfax\b/i, 'FAX'],
]

/** The type of a phone number: the integration's own mapping first, then its id, then its text, which stays where nothing fits. */
export function toPhoneType(
  type: IcimsNode | undefined,
  { phoneTypes }: Pick<MappingSettings, 'phoneTypes'>,
): string | null {
  if (type === undefined) return null
  const known = ownValue(phoneTypes, type) ?? ids[type.id] ?? words.find(([word]) => word.test(type.value))?.[1]
  return known ?? (type.value === '' ? null : type.value)
}
