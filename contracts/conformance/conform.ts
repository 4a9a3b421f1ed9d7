import type { Fact, Finding, Need } from './fact.ts'
import { facts as allFacts } from './facts/facts.ts'
import { basicHeader } from './sign-in.ts'
import { budgetUsedUp, createSite, type SiteOptions } from './site.ts'
import { StopError } from './stop-error.ts'
import { ContradictedError, createWitness, NotTestableError } from './witness.ts'

type Defaulted = 'fetch' | 'now' | 'wait' | 'slow' | 'onProgress' | 'maxCalls' | 'portal'

/** How a run is made; what is not named has a default. */
export type ConformOptions = Omit<SiteOptions, Defaulted> &
  Partial<Pick<SiteOptions, Defaulted>> & {
    /** Lets checks write: what they make is marked and listed. */
    allowWrites?: boolean
    /** Lets checks change what only an administrator changes, such as lists. */
    allowAdmin?: boolean
    /** Lets checks use up the calls of the day: every other client of this API user is then refused until midnight UTC. */
    useUpQuota?: boolean
    /** Facts to check, all unless given. */
    facts?: readonly Fact[]
    /** Told of each finding as it comes. */
    onFinding?: (finding: Finding, done: number, of: number) => void
  }

/** What a run found. */
export type Conformance = {
  findings: readonly Finding[]
  /** Calls made. */
  calls: number
  /** Addresses of what was made. */
  written: readonly string[]
}

/** Whether a finding fails a run: only what iCIMS documents, or was seen to do, can. */
export function isFailure({ verdict, level }: Pick<Finding, 'verdict' | 'level'>): boolean {
  return verdict === 'contradicted' && level !== 'infer'
}

/** Whether a fact could not be looked at since the calls of the run were used up. */
export function isBeyondBudget({ verdict, detail }: Pick<Finding, 'verdict' | 'detail'>): boolean {
  return verdict === 'not testable here' && detail?.startsWith(budgetUsedUp) === true
}

/**
 * Checks every evidenced fact against what answers at a base URL, black box.
 *
 * @throws StopError when there is no iCIMS there, the credentials are refused, or the day's calls are used up.
 */
export async function conform(options: ConformOptions): Promise<Conformance> {
  const { facts = allFacts, onFinding, allowWrites = false, allowAdmin = false, useUpQuota = false, ...rest } = options
  const site = createSite({
    fetch: globalThis.fetch,
    now: () => new Date(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    slow: false,
    onProgress: () => {},
    maxCalls: 2_000,
    portal: '1',
    ...rest,
  })
  const allowed: Readonly<Record<Need, boolean>> = {
    read: true,
    write: allowWrites,
    admin: allowAdmin,
    quota: useUpQuota,
    'second user': rest.second !== undefined,
    deliveries: rest.deliveries !== undefined,
  }
  await greet(site)
  for (const { needs, prepare } of facts) if (allowed[needs]) await prepare?.(site).catch(ifItStops)
  site.forget()
  const findings: Finding[] = []
  for (const [i, fact] of facts.entries()) {
    const finding = await checkFact(site, fact, allowed)
    findings.push(finding)
    onFinding?.(finding, i + 1, facts.length)
  }
  return { findings, calls: site.calls, written: site.written }
}

/** The flags that give leave. */
const leave: Readonly<Record<Need, string>> = {
  read: 'nothing',
  write: '--allow-writes',
  admin: '--allow-admin',
  quota: '--use-up-quota',
  'second user': '--second-user',
  deliveries: '--deliveries',
}

/** What a preparation could not do, its check says again. */
function ifItStops(error: unknown): void {
  if (error instanceof StopError) throw error
}

/** The first call: whether there is an iCIMS with this customer at all. */
async function greet(site: ReturnType<typeof createSite>): Promise<void> {
  const { status, body } = await site.get('')
  if (status === 404) throw new StopError(`${site.root} is not found. Are base URL and customer right?`, true)
  if (typeof body !== 'object' || body === null) {
    throw new StopError(`${site.root} answers ${status} and no JSON. Is the base URL that of the API?`, true)
  }
  const { second } = site.options
  if (second === undefined) return
  const answer = await site.ask({ method: 'GET', path: '', as: { authorization: basicHeader(second) } })
  if (answer.status === 401) throw new StopError('The credentials of the second API user are refused: 401.', true)
}

async function checkFact(
  site: ReturnType<typeof createSite>,
  { check, prepare: _, ...fact }: Fact,
  allowed: Readonly<Record<Need, boolean>>,
): Promise<Finding> {
  const started = performance.now()
  const end = (verdict: Finding['verdict'], detail?: string): Finding => ({
    ...fact,
    verdict,
    ...(detail !== undefined && { detail }),
    milliseconds: performance.now() - started,
  })
  if (!allowed[fact.needs]) return end('not testable here', `needs ${leave[fact.needs]}`)
  const see = createWitness()
  try {
    await check(site, see)
    return see.looks > 0 ? end('confirmed') : end('not testable here', 'the check found nothing to look at')
  } catch (error) {
    if (error instanceof StopError) throw error
    if (error instanceof NotTestableError) return end('not testable here', error.message)
    if (error instanceof ContradictedError) return end('contradicted', error.message)
    // What an answer lacks makes reading it fail.
    return end('contradicted', `the answer cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}
