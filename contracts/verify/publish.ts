import { networkReason } from '../network-reason.ts'
import type { PairReport } from '../report/report.ts'
import { brokerHeaders, type Hal, linkOf } from './broker.ts'
import type { LoadOptions } from './load-pacts.ts'
import type { Pact } from './pact.ts'
import { PactFileError } from './pact-file-error.ts'

/** What results are published as, in the words of Pact's own verifier. */
export type Publication = {
  providerVersion: string
  providerVersionBranch?: string
  providerVersionTags?: readonly string[]
  /** Where the run can be looked at. */
  buildUrl?: string
}

type Broker = Pick<LoadOptions, 'fetch' | 'env'>

const publishLink = 'pb:publish-verification-results'

/** The broker did not take a result. */
class PublishError extends Error {
  override readonly name = 'PublishError'
}

/**
 * Sees to it that results can be published, before anything is replayed.
 *
 * @throws PactFileError for a pact that comes from no broker.
 */
export function checkPublishable(pacts: readonly Pact[]): void {
  for (const { origin, document } of pacts) {
    if (linkOf(document as Hal, publishLink) === undefined) {
      throw new PactFileError(`${origin} comes from no broker: its result cannot be published.`)
    }
  }
}

/**
 * Publishes what a verification came to, as Pact's own verifier does: branch and tags of the provider's version first
 * (https://docs.pact.io/pact_broker/advanced_topics/api_docs/publish_verification_result).
 *
 * @returns why it was not published, or undefined.
 */
export async function publishResult(
  pact: Pact,
  report: PairReport,
  publication: Publication,
  broker: Broker = {},
): Promise<string | undefined> {
  const left = report.skipped?.length ?? 0
  // A version that was seen to keep some of a contract would pass as one that keeps it.
  if (left > 0) return `The result was not published: ${left} interactions were left out.`
  if (report.interactions.length === 0) return 'The result was not published: there is none.'
  const hal = pact.document as Hal
  try {
    await describeVersion(hal, publication, broker)
    await send('POST', linkOf(hal, publishLink)!, payload(pact, report, publication), broker)
    return undefined
  } catch (error) {
    if (error instanceof PublishError) return `The result was not published: ${error.message}`
    throw error
  }
}

/** Tells the broker the branch and the tags of the provider's version. */
async function describeVersion(hal: Hal, publication: Publication, broker: Broker): Promise<void> {
  const { providerVersion: version, providerVersionBranch: branch, providerVersionTags: tags = [] } = publication
  if (branch === undefined && tags.length === 0) return
  const provider = linkOf(hal, 'pb:provider')
  const own = provider === undefined ? {} : await send('GET', provider, undefined, broker)
  const put = async (name: string, values: Record<string, string>): Promise<void> => {
    const link = linkOf(own, name)
    if (link === undefined) throw new PublishError(`the broker has no link ${name}: it may be too old.`)
    const filled = link.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(values[key] ?? ''))
    await send('PUT', filled, {}, broker)
  }
  if (branch !== undefined) await put('pb:branch-version', { branch, version })
  for (const tag of tags) await put('pb:version-tag', { tag, version })
}

function payload(pact: Pact, report: PairReport, { providerVersion, buildUrl }: Publication): object {
  const { interactions, problems } = report
  return {
    success: problems.length === 0 && interactions.every(({ mismatches }) => mismatches.length === 0),
    providerApplicationVersion: providerVersion,
    ...(buildUrl !== undefined && { buildUrl }),
    verifiedBy: { implementation: 'icims-contracts' },
    testResults: interactions.map(({ description, states, mismatches }) => ({
      ...idOf(pact, description, states),
      interactionDescription: description,
      success: mismatches.length === 0,
      ...(mismatches.length > 0 && { mismatches: mismatches.map((text) => ({ description: text })) }),
    })),
  }
}

/** A broker numbers the interactions of the pacts it gives out. */
function idOf({ interactions, document }: Pact, description: string, states: readonly string[]): object {
  const index = interactions.findIndex(
    (one) => one.description === description && one.states.map(({ name }) => name).join() === states.join(),
  )
  const id = document.interactions[index]?._id
  return typeof id === 'string' ? { interactionId: id } : {}
}

async function send(method: string, url: string, body: object | undefined, broker: Broker): Promise<Hal> {
  const { fetch = globalThis.fetch, env = process.env } = broker
  const headers = {
    ...brokerHeaders(env),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(url, { method, headers, ...content }).catch((error: Error) => error)
  const { host } = new URL(url)
  if (answer instanceof Error) throw new PublishError(`${host} does not answer: ${networkReason(answer)}.`)
  const text = await answer.text()
  if (!answer.ok) throw new PublishError(`${host} answered ${answer.status} to ${method} ${new URL(url).pathname}.`)
  try {
    return JSON.parse(text) as Hal
  } catch {
    return {}
  }
}
