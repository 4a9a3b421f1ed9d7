/** Words of `positiontype` and `hiretype` that name an employment type; the first that fits counts. */
const words: readonly (readonly [RegExp, string])[] = [
  [/intern/i, 'INTERNSHIP'],
  [/season/i, 'SEASONAL'],
  [/contract|temp|per.?diem|freelance|agency/i, 'CONTRACT'],
  [/part[ -]?time/i, 'PART_TIME'],
  [/full[ -]?time|regular|permanent/i, 'FULL_TIME'],
]

/** The unified employment type of iCIMS's position type, else of its hire type; the original text where nothing fits. */
export function toEmploymentType(positionType: string | undefined, hireType: string | undefined): string | null {
  for (const text of [positionType, hireType]) {
    const found = text === undefined ? undefined : words.find(([pattern]) => pattern.test(text))
    if (found !== undefined) return found[1]
  }
  return positionType ?? hireType ?? null
}
