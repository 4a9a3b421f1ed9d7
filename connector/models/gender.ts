import type { MappingSettings } from './settings.ts'

/** What iCIMS shows as a person's gender is a plain text; one was seen, `Female` (C5). */
const texts = { MALE: 'Male', FEMALE: 'Female', OTHER: 'Other' } as const

export type Gender = keyof typeof texts

/** The text that stands for a gender in iCIMS: the integration's own first. */
export function toIcimsGender(gender: Gender, { genders }: Pick<MappingSettings, 'genders'>): string {
  return genders[gender] ?? texts[gender]
}
