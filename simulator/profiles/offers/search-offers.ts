import { badRequest, errorCodes, type Problem } from '../../errors.ts'
import type { Access } from '../../tenant/access.ts'
import type { ProfilesContext } from '../context.ts'
import { isObject } from '../decode-value.ts'
import type { Base } from '../render-profile.ts'
import { toOffer } from './offer.ts'
import { checkMaySeeOffers } from './offers.ts'
import { type OfferRow, renderOffer, sortableKeys } from './render-offer.ts'

/** Most rows of a page; a client asks for 3,000 (C4). The bound, and the page without one, are inferred. */
const mostRows = 10_000
const defaultRows = 100

type Request = { page: number; pageSize: number; field: keyof OfferRow; isDescending: boolean }

/**
 * One page of offers and how many there are in all (C4).
 *
 * @param body `page` from 0, `pageSize`, and `sort` by one key of a row, each with a default.
 * @throws IcimsError 400 naming what is wrong with the request.
 */
export function searchOffers(
  context: ProfilesContext,
  base: Base,
  body: unknown,
  access: Access,
): { results: OfferRow[]; total: number } {
  checkMaySeeOffers(access)
  const { page, pageSize, field, isDescending } = decodeRequest(body)
  const rows = [...context.store.each('offer')].flatMap(({ id, data }) =>
    renderOffer(context, base, id, toOffer(data)!),
  )
  const sign = isDescending ? -1 : 1
  // Ids are texts on the wire, and numbers in their order.
  const isId = field === 'TOffer_FOfferID'
  const order = (row: OfferRow): string | number =>
    isId ? Number(row[field]) : ((row[field] ?? '') as string | number)
  const sorted = rows.toSorted((a, b) => (order(a) < order(b) ? -sign : order(a) > order(b) ? sign : 0))
  return { results: sorted.slice(page * pageSize, (page + 1) * pageSize), total: rows.length }
}

function decodeRequest(body: unknown): Request {
  if (!isObject(body)) throw badRequest([{ code: errorCodes.malformed, message: 'The body must be a JSON object.' }])
  const { page = 0, pageSize = defaultRows, sort = {} } = body
  const { field = 'TOffer_FOfferID', direction = 'asc' } = isObject(sort) ? sort : {}
  const problems: Problem[] = []
  const check = (isRight: boolean, name: string, message: string): void => {
    if (!isRight) problems.push({ code: errorCodes.badValue, field: name, message })
  }
  check(isWithin(page, 0, 1_000_000), 'page', 'The value must be a whole number from 0 on.')
  check(isWithin(pageSize, 1, mostRows), 'pageSize', `The value must be a whole number from 1 to ${mostRows}.`)
  check(isObject(sort), 'sort', 'The value must be an object with field and direction.')
  check(sortableKeys.has(field as string), 'field', 'The value must be a key of a row.')
  check(direction === 'asc' || direction === 'desc', 'direction', 'The value must be asc or desc.')
  if (problems.length > 0) throw badRequest(problems)
  return {
    page: page as number,
    pageSize: pageSize as number,
    field: field as keyof OfferRow,
    isDescending: direction === 'desc',
  }
}

function isWithin(value: unknown, low: number, high: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high
}
