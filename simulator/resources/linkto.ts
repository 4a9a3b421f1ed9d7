import type { Answer, Exchange, Handlers } from '../exchange.ts'
import { isObject } from '../profiles/decode-value.ts'
import { profileTitle, readProfile } from '../profiles/read.ts'
import { renderProfile } from '../profiles/render-profile.ts'
import { relatedProfiles } from '../profiles/workflow.ts'
import { profileTypes } from '../tenant/profile-types.ts'
import type { Line } from './link-to-page.ts'
import { pathId } from './profile-handlers.ts'

/** Workflows a page lists. */
const mostRelated = 50

async function page(exchange: Exchange, type: 'person' | 'job'): Promise<Answer> {
  const { tenant, base, access } = exchange
  const { label } = profileTypes[type]
  const id = pathId(exchange, 'id', label)
  const data = readProfile(tenant, type, id, access)
  const { links, ...fields } = renderProfile(tenant, base, type, id, data, undefined, access).body
  const lines = Object.entries(fields).map(([name, value]): Line => {
    const known = tenant.fields.find(type, name)
    return { label: known?.label ?? name, text: textOf(value) }
  })
  const { linkToPage } = await import('./link-to-page.ts')
  const html = await linkToPage({
    heading: profileTitle(type, data) || `${label} ${id}`,
    kind: `${label} ${id}`,
    lines,
    related: relatedTo(exchange, type, id),
  })
  return {
    status: 200,
    bytes: Buffer.from(html, 'utf8'),
    headers: { 'content-type': 'text/html;charset=UTF-8' },
  }
}

/** The recruiting workflows of the profile, each with a link to the profile at its other end. */
function relatedTo({ tenant, base, access }: Exchange, type: 'person' | 'job', id: number): Line[] {
  const other = type === 'person' ? 'job' : 'person'
  if (access.hidesProfile('applicantworkflow') !== undefined || access.hidesProfile(other) !== undefined) return []
  return relatedProfiles(tenant, type, id, mostRelated).map(({ id: otherId, data, status }) => ({
    label: status,
    text: profileTitle(other, data),
    href: `${base}/linkTo/${profileTypes[other].path}/${otherId}`,
  }))
}

/** A rendered value as people read it: the texts in it, joined. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ')
  if (!isObject(value)) return String(value ?? '')
  if ('value' in value) return String(value.value)
  const { entry, primary, ...rest } = value
  return Object.values(rest).map(textOf).filter(Boolean).join(', ')
}

/** `/customers/{customerId}/linkTo`: direct links into the platform (DLNK), answered with a page of our own. */
export const linkto: Handlers = {
  linkToPerson: (exchange) => page(exchange, 'person'),
  linkToJob: (exchange) => page(exchange, 'job'),
}
