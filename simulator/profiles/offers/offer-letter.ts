import { utcDay } from '../../clock.ts'
import type { Block, Paper } from '../../files/paper/paper.ts'
import type { ProfileData } from '../../store/store.ts'
import type { ProfilesContext } from '../context.ts'
import { profileTitle, readProfile } from '../read.ts'
import { addressText } from '../render-profile.ts'
import type { Offer } from './offer.ts'

/** The letter of an offer; with `signed` it says when the candidate accepted. What it says is made up. */
export function offerLetter(context: ProfilesContext, offer: Offer, signed: boolean): Paper {
  const workflow = readProfile(context, 'applicantworkflow', offer.workflow)
  const person = readProfile(context, 'person', workflow.associatedprofile as number)
  const job = readProfile(context, 'job', workflow.baseprofile as number)
  const [name, title] = [profileTitle('person', person), profileTitle('job', job)]
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  return {
    title: `Offer of Employment: ${title}`,
    made: offer.createddate,
    blocks: [
      { kind: 'entry', label: 'Date', text: utcDay(offer.createddate) },
      { kind: 'entry', label: 'To', text: name },
      ...terms(context, workflow, job),
      paragraph(`Dear ${name},`),
      paragraph(`We are pleased to offer you the position of ${title} at ${context.config.name}.`),
      paragraph('This offer depends on a background check and on proof that you may work in this country.'),
      paragraph(`Sincerely, ${context.config.name}`),
      { kind: 'heading', text: 'Acceptance' },
      paragraph(
        signed ? `Accepted by ${name} on ${utcDay(offer.statusdate)}.` : 'Signature: ______________________________',
      ),
    ],
  }
}

function terms(context: ProfilesContext, workflow: ProfileData, job: ProfileData): Block[] {
  const place = job.joblocation as { companyid: number; entry: number } | undefined
  const pay = (workflow.offeramount ?? job.minimumsalary) as
    | { currency: string; amount: number; timeframe?: string }
    | undefined
  const entries: [string, string | undefined][] = [
    ['Location', place === undefined ? undefined : addressText(context, place)?.trim()],
    ['Pay', pay === undefined ? undefined : [pay.amount, pay.currency, pay.timeframe].filter(Boolean).join(' ')],
    ['First day', workflow.proposedstartdate as string | undefined],
  ]
  return entries.flatMap(([label, text]) => (text === undefined ? [] : [{ kind: 'entry', label, text } as const]))
}
