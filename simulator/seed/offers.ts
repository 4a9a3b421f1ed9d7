import { offerOf } from '../profiles/offers/offer.ts'
import type { ProfileData } from '../store/store.ts'
import type { Story } from './story.ts'
import type { Application } from './workflows.ts'

const firstOffer = 3_001

/** How many of ten accepted offers still have their letter; those of the others must be made anew (C4 meets such). */
const withLetter = 0.92

/** Writes the offers that the story's applications led to. */
export type OfferWriter = { write(workflow: number, application: Application): void; last(): number }

export function createOfferWriter(story: Story): OfferWriter {
  let last = firstOffer - 1
  return {
    write(workflow, { moves }) {
      const offer = offerOf(story.config.statuses, workflow, moves)
      if (offer === undefined) return
      const hasLetter = offer.status !== 'accepted' || story.random('offer', workflow).chance(withLetter)
      story.put('offer', ++last, { ...offer, hasLetter } as unknown as ProfileData)
    },
    last: () => last,
  }
}
