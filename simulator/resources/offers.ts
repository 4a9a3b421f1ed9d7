import { errorCodes, IcimsError, notFound } from '../errors.ts'
import type { Exchange, Handlers } from '../exchange.ts'
import { paperPdf } from '../files/paper/paper-pdf.ts'
import { offerLetter } from '../profiles/offers/offer-letter.ts'
import { makeLetter, readOffer } from '../profiles/offers/offers.ts'
import { searchOffers } from '../profiles/offers/search-offers.ts'
import { pathId } from './profile-handlers.ts'

/** `/customers/{customerId}/offer`: C4. */
export const offers: Handlers = {
  searchOffers: ({ tenant, base, body, access }) => ({
    status: 200,
    body: { results: searchOffers(tenant, base, body, access) },
  }),
  getOfferDocument: async (exchange) => {
    const { tenant, query, access } = exchange
    const id = offerId(exchange)
    const offer = readOffer(tenant, id, access)
    const signed = isTrue(query.get('signed'))
    if (!offer.hasLetter || (signed && offer.status !== 'accepted')) throw notFound('Document')
    const bytes = await paperPdf(offerLetter(tenant, offer, signed), tenant.config.region)
    const name = `offer_${id}.pdf`
    return {
      status: 200,
      bytes,
      headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment;filename="${name}"` },
    }
  },
  makeOfferDocument: (exchange) => {
    const id = offerId(exchange)
    makeLetter(exchange.tenant, id, exchange.access)
    return { status: 204, location: `${exchange.base}/offer/document?offerId=${id}` }
  },
}

/** @throws IcimsError 400 without an offer's id, 404 for what cannot be one. */
function offerId({ query }: Exchange): number {
  const offerId = query.get('offerId')
  if (offerId === null) {
    throw new IcimsError(400, [{ code: errorCodes.required, field: 'offerId', message: 'This field is required.' }])
  }
  return pathId({ params: { offerId } }, 'offerId', 'Offer')
}

/** Python writes `True` (C4). */
function isTrue(text: string | null): boolean {
  return text?.toLowerCase() === 'true'
}
