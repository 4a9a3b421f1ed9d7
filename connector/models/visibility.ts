/** Who may see a posting. */
export type Visibility = 'PUBLIC' | 'UNLISTED' | 'INTERNAL'

/** Words at the beginning of a portal's host; `careers-`, `jobs-`, `globalcareers-` and `internal-` were seen (D26, C13). */
const words: readonly (readonly [RegExp, Visibility])[] = [
  [/^(internal|employees?|staff|intranet)/i, 'INTERNAL'],
  [/^(global|campus|university|external)?-?(careers?|jobs?)/i, 'PUBLIC'],
  [/^(external|campus|university)/i, 'PUBLIC'],
]

/** What counts for a job that is on several portals, the widest first. */
const widest: readonly Visibility[] = ['PUBLIC', 'UNLISTED', 'INTERNAL']

/** Who may see what a portal shows, by its address; null where that does not tell. */
export function portalVisibility(portalUrl: string | undefined): Visibility | null {
  if (portalUrl === undefined || !URL.canParse(portalUrl)) return null
  const { hostname } = new URL(portalUrl)
  return words.find(([word]) => word.test(hostname))?.[1] ?? null
}

/** Who may see a job that is posted so. */
export function widestVisibility(visibilities: readonly (Visibility | null)[]): Visibility | null {
  return widest.find((one) => visibilities.includes(one)) ?? null
}
