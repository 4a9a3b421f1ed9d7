/** iCIMS does not validate addresses (D6): what is none is left out. */
export function isEmail(text: string | undefined): text is string {
  return text !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}
