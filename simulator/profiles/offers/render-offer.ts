import type { ProfilesContext } from '../context.ts'
import { profileTitle } from '../read.ts'
import type { Base } from '../render-profile.ts'
import { type Offer, offerStatuses } from './offer.ts'

/** One row of the search: keys and types as one client reads them (C4). */
export type OfferRow = {
  TOffer_FOfferID: string
  TOffer_FSubmittalID: number
  TOffer_TSubmittal_TPerson_FPersonID: string
  TOffer_TSubmittal_FTitlePerson: string
  TOffer_TSubmittal_FTitlePerson_LinkUrl: string
  TOffer_TSubmittal_FTitleJob: string
  TOffer_TSubmittal_FTitleJob_LinkUrl: string
  TOffer_FJobPersonTitle: string
  TOffer_FPermission: string
  TOffer_FCreatedDate: string
  TOffer_FCreatedDate_DateOffset: number
  TOffer_FUpdatedDate: string
  TOffer_FUpdatedDate_DateOffset: number
  TOffer_FArchived: boolean
  TOffer_FRecent: string
  TOffer_FDeliveryType?: string
  TOffer_FDeliveryTypeValue?: number
  TOffer_FSentDate?: string
  TOffer_FSentDate_DateOffset?: number
  TOffer_TOfferStatus_FStatus: string
  TOffer_TOfferStatus_FStatusValue: number
  TOffer_TOfferStatus_FCreatedDate: string
  TOffer_TOfferStatus_FCreatedDate_DateOffset: number
}

/** The keys rows can be sorted by. */
export const sortableKeys: ReadonlySet<string> = new Set<keyof OfferRow>([
  'TOffer_FOfferID',
  'TOffer_FSubmittalID',
  'TOffer_TSubmittal_FTitlePerson',
  'TOffer_TSubmittal_FTitleJob',
  'TOffer_FCreatedDate',
  'TOffer_FUpdatedDate',
  'TOffer_FSentDate',
  'TOffer_TOfferStatus_FStatus',
  'TOffer_TOfferStatus_FCreatedDate',
])

/** An offer as a row; none where its workflow, person or job is gone. Dates are ISO 8601 in UTC, which is inferred. */
export function renderOffer({ store }: ProfilesContext, base: Base, id: number, offer: Offer): OfferRow[] {
  const workflow = store.get('applicantworkflow', offer.workflow)
  const person = store.get('person', workflow?.associatedprofile as number)
  const job = store.get('job', workflow?.baseprofile as number)
  if (workflow === undefined || person === undefined || job === undefined) return []
  const [personTitle, jobTitle] = [profileTitle('person', person), profileTitle('job', job)]
  const { word, value } = offerStatuses[offer.status]
  const date = (time: number): string => new Date(time).toISOString()
  return [
    {
      TOffer_FOfferID: String(id),
      TOffer_FSubmittalID: offer.workflow,
      TOffer_TSubmittal_TPerson_FPersonID: String(workflow.associatedprofile),
      TOffer_TSubmittal_FTitlePerson: personTitle,
      TOffer_TSubmittal_FTitlePerson_LinkUrl: `${base}/linkTo/people/${workflow.associatedprofile}`,
      TOffer_TSubmittal_FTitleJob: jobTitle,
      TOffer_TSubmittal_FTitleJob_LinkUrl: `${base}/linkTo/jobs/${workflow.baseprofile}`,
      TOffer_FJobPersonTitle: `${jobTitle} - ${personTitle}`,
      TOffer_FPermission: 'Edit',
      TOffer_FCreatedDate: date(offer.createddate),
      TOffer_FCreatedDate_DateOffset: 0,
      TOffer_FUpdatedDate: date(offer.updateddate),
      TOffer_FUpdatedDate_DateOffset: 0,
      TOffer_FArchived: false,
      TOffer_FRecent: 'Yes',
      ...(offer.sentdate !== undefined && {
        TOffer_FDeliveryType: 'Email',
        TOffer_FDeliveryTypeValue: 1,
        TOffer_FSentDate: date(offer.sentdate),
        TOffer_FSentDate_DateOffset: 0,
      }),
      TOffer_TOfferStatus_FStatus: word,
      TOffer_TOfferStatus_FStatusValue: value,
      TOffer_TOfferStatus_FCreatedDate: date(offer.statusdate),
      TOffer_TOfferStatus_FCreatedDate_DateOffset: 0,
    },
  ]
}
