import { fold } from '../search/fold.ts'
import type { Portal, TenantConfig } from './config.ts'

type Portals = Pick<TenantConfig, 'portals' | 'platform'>

/**
 * The portals a word names: by id, or by host label, whole or without the company's part (G1, M1, D26), in any case.
 * `careers` and `careers-cedarline` are one portal of the platform `cedarline`.
 */
export function matchPortals(config: Portals, word: string): readonly Portal[] {
  const wanted = word.trim().toLowerCase()
  return config.portals.filter(
    (portal) =>
      String(portal.id) === wanted ||
      portal.name.toLowerCase() === wanted ||
      shortLabel(config, portal).toLowerCase() === wanted,
  )
}

/** The shortest name that means this portal alone: what its `self` links are written with (D26). */
export function portalWord(config: Portals, portal: Portal): string {
  const word = shortLabel(config, portal)
  return matchPortals(config, word).length === 1 ? word : portal.name
}

/**
 * The page of a job on a portal. An API host of iCIMS answers with the portal's own host there (D26); anywhere else the page
 * stands under the address the request came to, so that it can be opened.
 *
 * @param origin where the request came to: `https://api.icims.com`, `http://localhost:4010`.
 */
export function jobPageUrl(origin: string, portal: Portal, id: number, title: string): string {
  return jobAddress(origin, portal, id, title, 'job')
}

/** Where a candidate comes back to from an assessment, as it was seen (C6). */
export function assessmentUrl(origin: string, portal: Portal, id: number, title: string): string {
  return `${jobAddress(origin, portal, id, title, 'assessment')}?i=1`
}

/** The same for another page of the job: `login`, where one applies, `assessment`, where one comes back to, `confirmation`. */
export function jobAddress(
  origin: string,
  portal: Portal,
  id: number,
  title: string,
  page: 'job' | 'login' | 'assessment' | 'confirmation',
): string {
  const path = `jobs/${id}/${slugOf(title)}/${page}`
  if (!/^https?:\/\/[^/]+\.icims\.com(:\d+)?$/.test(origin)) return `${origin}/careers/${portal.name}/${path}`
  return `${origin.replace(/\/\/[^/:]+/, `//${portal.name}.icims.com`)}/${path}`
}

function shortLabel({ platform }: Portals, { name }: Portal): string {
  return name.endsWith(`-${platform}`) ? name.slice(0, -platform.length - 1) : name.split('-')[0]!
}

/** A title as it stands in an address: `customer-service-representative` (D26). */
function slugOf(title: string): string {
  const words = fold(title).match(/[a-z0-9]+/g) ?? ['job']
  return words.join('-')
}
