import type { IcimsNode } from '../icims/decode.ts'
import { ownValue } from './own-value.ts'
import type { MappingSettings } from './settings.ts'

/** Whole words of `positiontype` and `hiretype` that name an employment type; the first that fits counts. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\bintern(s|ship|ships)?\b/i, 'INTERNSHIP'],
  [/\bseason(al)?\b/i, 'SEASONAL'],
  [/\b(contract(s|or|ors|ual)?|temp(s|orary)?|per.?diem|freelancer?|agency)\b/i, 'CONTRACT'],
  [/\bpart[ -]?time\b/i, 'PART_TIME'],
  [/\b(full[ -]?time|regular|permanent)\b/i, 'FULL_TIME'],
]

/**
 * The unified employment type of iCIMS's position type, else of its hire type: the integration's own mapping first, then the
 * text; the original text where nothing fits.
 */
export function toEmploymentType(
  positionType: IcimsNode | undefined,
  hireType: IcimsNode | undefined,
  { employmentTypes }: Pick<MappingSettings, 'employmentTypes'>,
): string | null {
  const nodes = [positionType, hireType].filter((node) => node !== undefined)
  for (const node of nodes) {
    const found = ownValue(employmentTypes, node) ?? words.find(([pattern]) => pattern.test(node.value))?.[1]
    if (found !== undefined) return found
  }
  return nodes.find(({ value }) => value !== '')?.value ?? null
}
