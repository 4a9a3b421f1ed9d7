import type { ProfileData } from '../../store/store.ts'
import type { WorkflowStatus } from '../../tenant/config.ts'

/** How an offer stands. */
export type OfferStatus = 'created' | 'sent' | 'accepted' | 'declined' | 'rescinded'

/**
 * An offer as stored, one for each recruiting workflow that got so far. Dates are milliseconds since 1970 UTC. Without
 * `hasLetter` its letter has to be made anew before it can be read.
 */
export type Offer = {
  workflow: number
  status: OfferStatus
  statusdate: number
  sentdate?: number
  createddate: number
  updateddate: number
  hasLetter: boolean
}

/** Words and numbers of the statuses: C4 reads `Offer accepted`, the others are inferred. */
export const offerStatuses: Readonly<Record<OfferStatus, { word: string; value: number }>> = {
  created: { word: 'Offer created', value: 1 },
  sent: { word: 'Offer sent', value: 2 },
  accepted: { word: 'Offer accepted', value: 3 },
  declined: { word: 'Offer declined', value: 4 },
  rescinded: { word: 'Offer rescinded', value: 5 },
}

/**
 * The offer after its workflow entered a status: a status of the offer stage makes it, later ones end it. How offers follow the
 * workflow is inferred.
 *
 * @returns undefined while there is none.
 */
export function offerAfter(
  offer: Offer | undefined,
  workflow: number,
  entered: Pick<WorkflowStatus, 'name' | 'meaning'>,
  at: number,
): Offer | undefined {
  const isOpen = offer?.status === 'created' || offer?.status === 'sent'
  const turn = (status: OfferStatus): Offer => ({ ...offer!, status, statusdate: at, updateddate: at })
  switch (entered.meaning) {
    case 'offer': {
      const status = /accept/i.test(entered.name)
        ? 'accepted'
        : /declin|reject/i.test(entered.name)
          ? 'declined'
          : 'sent'
      const made = { workflow, createddate: at, sentdate: at, hasLetter: true }
      return { ...(offer ?? made), status, statusdate: at, updateddate: at }
    }
    case 'hired':
      return isOpen ? turn('accepted') : offer
    case 'withdrew':
      return isOpen ? turn('declined') : offer
    case 'rejected':
      return isOpen ? turn('rescinded') : offer
    default:
      return offer
  }
}

/** The offer a workflow has after all its moves, the oldest first. */
export function offerOf(
  statuses: readonly WorkflowStatus[],
  workflow: number,
  moves: readonly { status: string; updateddate: number }[],
): Offer | undefined {
  let offer: Offer | undefined
  for (const { status, updateddate } of moves) {
    const entered = statuses.find(({ id }) => id === status)
    if (entered !== undefined) offer = offerAfter(offer, workflow, entered, updateddate)
  }
  return offer
}

/** An offer as the store holds it. */
export function toOffer(data: ProfileData | undefined): Offer | undefined {
  return data as Offer | undefined
}
