/** Text as it is compared: without case and without marks. Used on both sides, since SQL engines fold differently. */
export function fold(text: string): string {
  // Plain ASCII, nearly all there is, needs no decomposition.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
