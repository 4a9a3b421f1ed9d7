/** Whole words of `positiontype` and `hiretype` that name an employment type; the first that fits counts. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\bintern(s|ship|ships)?\b/i, 'INTERNSHIP'],
  [/\bseason(al)?\b/i, 'SEASONAL'],
  [/\b(contract(s|or|ors|ual)?|temp(s|orary)?|per.?diem|freelancer?|agency)\b/i, 'CONTRACT'],
  [/\bpart[ -]?time\b/i, 'PART_TIME'],
  [/\b(full[ -]?time|regular|permanent)\b/i, 'FULL_TIME'],
]

/** The unified employment type of iCIMS's position type, else of its hire type; the original text where nothing fits. */
export function toEmploymentType(positionType: string | undefined, hireType: string | undefined): string | null {
  for (const text of [positionType, hireType]) {
    const found = text === undefined ? undefined : words.find(([pattern]) => pattern.test(text))
    if (found !== undefined) return found[1]
  }
  return positionType ?? hireType ?? null
}
