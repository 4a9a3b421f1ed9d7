/** iCIMS has no such field: "remote" or "hybrid" in the text of the location tells. Where it says both it is a mixture. */
export function toRemoteWorkStatus(location: string | null): string | null {
  if (location === null) return null
  if (/\bhybrid\b/i.test(location)) return 'HYBRID'
  return /\bremote\b/i.test(location) ? 'REMOTE' : null
}
