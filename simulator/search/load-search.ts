/** The searches, of profiles and of portals. */
type Searches = typeof import('./search.ts') & typeof import('./portal-search.ts')

let loaded: Searches | undefined

/** Loads what runs searches. What writes their SQL is larger than the rest of the simulator: a start does without it. */
export async function loadSearch(): Promise<Searches> {
  loaded ??= { ...(await import('./search.ts')), ...(await import('./portal-search.ts')) }
  return loaded
}

/** The same for whoever cannot wait. @throws Error when nobody has loaded it. */
export function loadedSearch(): Searches {
  if (loaded === undefined) throw new Error('The search is not loaded.')
  return loaded
}
