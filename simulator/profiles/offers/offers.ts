import { errorCodes, IcimsError, notFound } from '../../errors.ts'
import type { ProfileData } from '../../store/store.ts'
import type { Access } from '../../tenant/access.ts'
import type { ProfilesContext } from '../context.ts'
import type { StatusMove } from '../workflow.ts'
import { type Offer, offerAfter, offerOf, toOffer } from './offer.ts'

/** The profiles an offer shows: who does not see them sees no offers (inferred). */
const shown = ['applicantworkflow', 'person', 'job'] as const

/** @throws IcimsError 404 with code 3, as for a hidden profile. */
export function checkMaySeeOffers(access: Access): void {
  if (shown.every((type) => access.hidesProfile(type) === undefined)) return
  throw new IcimsError(404, [{ code: errorCodes.denied, message: 'Offer not found.' }])
}

/**
 * The offer of this id.
 *
 * @throws IcimsError 404 without one.
 */
export function readOffer({ store }: ProfilesContext, id: number, access: Access): Offer {
  checkMaySeeOffers(access)
  const offer = toOffer(store.get('offer', id))
  if (offer === undefined) throw notFound('Offer')
  return offer
}

/** Makes, moves or ends the offer of a recruiting workflow whose status changed. Call it in the transaction of the change. */
export function followOffer(context: ProfilesContext, workflow: number, before: ProfileData, after: ProfileData): void {
  if (after.status === before.status) return
  const status = context.config.statuses.find(({ id }) => id === after.status)
  if (status === undefined) return
  const { store } = context
  const [id] = store.find('offer', { workflow })
  const offer = id === undefined ? undefined : toOffer(store.get('offer', id))
  const changed = offerAfter(offer, workflow, status, context.clock.now())
  if (changed !== undefined && changed !== offer) putOffer(context, id ?? store.next('offer'), changed)
}

/** Gives an imported workflow the offer that its moves led to, in the place of one it had. */
export function importOffer(context: ProfilesContext, workflow: number, data: ProfileData): void {
  const { store, config } = context
  const offer = offerOf(
    config.statuses,
    workflow,
    ((data.submittalstatuslog ?? []) as readonly StatusMove[]).toReversed(),
  )
  const [id] = store.find('offer', { workflow })
  if (offer !== undefined) putOffer(context, id ?? store.next('offer'), offer)
  else if (id !== undefined) store.remove('offer', id)
}

/** Has the letter of an offer made (C4). One that is there stays as it is: it would come out the same. */
export function makeLetter(context: ProfilesContext, id: number, access: Access): void {
  context.store.transaction(() => {
    const offer = readOffer(context, id, access)
    if (!offer.hasLetter) putOffer(context, id, { ...offer, hasLetter: true, updateddate: context.clock.now() })
  })
}

/** Removes the offer of a workflow that is removed. */
export function removeOffer({ store }: ProfilesContext, workflow: number): void {
  for (const id of store.find('offer', { workflow })) store.remove('offer', id)
}

function putOffer({ store }: ProfilesContext, id: number, offer: Offer): void {
  store.put('offer', id, offer as unknown as ProfileData)
}
