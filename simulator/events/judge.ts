import type { PartnerAnswer } from './attempts.ts'

/**
 * What came of a sending (EVT, VERR): `accepted` 200; `link` 303 with an address; `refused` 400, which the user can mend;
 * `unavailable` 503, which passes; `error` 500, which needs the partner; `unexpected` any other answer; the rest had none.
 */
export const outcomes = [
  'accepted',
  'link',
  'refused',
  'unavailable',
  'error',
  'unexpected',
  'timeout',
  'unreachable',
  'no-token',
  'interrupted',
  'unsubscribed',
] as const
export type Outcome = (typeof outcomes)[number]

/** How a sending ended. */
export type Verdict = {
  outcome: Outcome
  /** Why, in words, where it was not accepted. */
  reason?: string
  /** Where the user is led: the address of a 303. */
  link?: string
  /** What the platform shows its user: `userMessage`, placeholders filled. */
  shown?: string
  /** What the platform writes into its log: `debugErrorMessage`. */
  logged?: string
}

/** What a customer calls a field, or undefined when it has none of that name. */
export type LabelOf = (profileType: string, field: string) => string | undefined

/** Whether the partner has taken the event. */
export function isDelivered({ outcome }: Verdict): boolean {
  return outcome === 'accepted' || outcome === 'link'
}

/**
 * Reads an answer. Inferred: any 2xx counts as the 200, and a 303 must lead to an `http` address, which may be relative.
 *
 * @param url where the event went.
 */
export function judge(answer: PartnerAnswer, url: string, labelOf: LabelOf): Verdict {
  const { status } = answer
  if (status >= 200 && status < 300) return { outcome: 'accepted' }
  if (status === 303) return followed(answer, url)
  const messages = vendorError(answer, labelOf)
  const reason = `The partner answered ${status}${messages.shown === undefined ? '' : `: ${messages.shown}`}`
  switch (status) {
    case 400:
      return { outcome: 'refused', reason, ...messages }
    case 500:
      return { outcome: 'error', reason, ...messages }
    case 503:
      return { outcome: 'unavailable', reason, ...messages }
    default:
      return { outcome: 'unexpected', reason, ...messages }
  }
}

function followed({ headers }: PartnerAnswer, url: string): Verdict {
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  const link = location === undefined ? null : URL.parse(location, url)
  if (link !== null && /^https?:$/.test(link.protocol)) return { outcome: 'link', link: link.href }
  return {
    outcome: 'unexpected',
    reason:
      location === undefined
        ? 'The partner answered 303 without a Location.'
        : 'The partner answered 303 with a Location that is no http address.',
  }
}

/** `{"error":{"userMessage":"…","debugErrorMessage":"…"}}` (VERR); anything else says nothing. */
function vendorError({ body }: PartnerAnswer, labelOf: LabelOf): Pick<Verdict, 'shown' | 'logged'> {
  let error: Record<string, unknown> | null | undefined
  try {
    error = (JSON.parse(Buffer.from(body).toString('utf8')) as { error?: Record<string, unknown> } | null)?.error
  } catch {
    return {}
  }
  const { userMessage, debugErrorMessage } = error ?? {}
  return {
    ...(typeof userMessage === 'string' && { shown: withLabels(userMessage, labelOf) }),
    ...(typeof debugErrorMessage === 'string' && { logged: debugErrorMessage }),
  }
}

/** `{{person.usssn}}` becomes what the customer calls the field (VERR); a name nobody knows stays as it is. */
function withLabels(message: string, labelOf: LabelOf): string {
  return message.replaceAll(/\{\{\s*(\w+)\.(\w+)\s*\}\}/g, (whole, type: string, field: string) => {
    return labelOf(type.toLowerCase(), field.toLowerCase()) ?? whole
  })
}
