/** What makes certificates; loaded only when one has to be made. */
export type X509 = typeof import('@peculiar/x509')

export const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

export const dayLength = 86_400_000

/** How many days a server's certificate lasts. Some clients take none that lasts longer than 398. */
export const leafDays = 397

export async function loadX509(): Promise<X509> {
  // Must be there before the other is loaded: its dependency injection looks for it.
  await import('reflect-metadata')
  return import('@peculiar/x509')
}
