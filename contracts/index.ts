import type { PairReport } from './report/report.ts'
import catalogue from './states.json' with { type: 'json' }
import { replayAgainstSimulator } from './verify/against-simulator.ts'
import { checkTarget, replayAgainstTenant, type Target } from './verify/against-tenant.ts'
import { checkStates, type KnownState } from './verify/check-states.ts'
import { loadPacts } from './verify/load-pacts.ts'
import type { Pact } from './verify/pact.ts'
import { checkPublishable, type Publication, publishResult } from './verify/publish.ts'
import { type Replay, replay } from './verify/verify-pacts.ts'

export { holds, type PairReport } from './report/report.ts'
export type { SignIn, StateValues, Target } from './verify/against-tenant.ts'
export type { KnownState } from './verify/check-states.ts'
export type { Publication } from './verify/publish.ts'

/** The provider states that a pact may start from. */
export const providerStates = catalogue as unknown as readonly KnownState[]

/** Pacts to verify. */
export type VerifyOptions = {
  /** Files, folders, addresses of pacts or of a broker. */
  sources: readonly string[]
  /** How the pacts call iCIMS; `icims-api` unless given. */
  provider?: string
  /** A tenant, or any other server, to replay them against; a simulator is started for them without it. */
  against?: Target
  /** Tells the broker that the pacts come from how it went; what could not be told fails the report. */
  publish?: Publication
  /** Told of each pact whose result the broker took. */
  onPublish?: (pact: { consumer: string; provider: string }) => void
  /** Told of each pact before it is replayed. */
  onReplay?: (pact: { consumer: string; provider: string; interactions: readonly unknown[] }) => void
}

/**
 * Replays pacts of a client of iCIMS. Needs `@pact-foundation/pact`, which is the user's to install.
 *
 * @returns a report for each pact: `holds` says whether all of it does.
 * @throws PactFileError for what is no pact, or one with somebody else; StateError for states that are not known;
 *   TargetError for a server that it makes no sense to call.
 */
export async function verifyPacts(options: VerifyOptions): Promise<PairReport[]> {
  const { sources, provider = 'icims-api', against, publish, onReplay, onPublish } = options
  process.env.PACT_DO_NOT_TRACK = '1'
  const pacts = await loadPacts({ sources, provider })
  if (publish !== undefined) checkPublishable(pacts)
  const reports = await replay(await prepare(pacts, against), onReplay)
  if (publish === undefined) return reports
  return Promise.all(
    reports.map(async (report, index) => {
      const problem = await publishResult(pacts[index]!, report, publish)
      if (problem !== undefined) return { ...report, problems: [...report.problems, problem] }
      onPublish?.(pacts[index]!)
      return report
    }),
  )
}

async function prepare(pacts: readonly Pact[], against: Target | undefined): Promise<Replay[]> {
  if (against !== undefined) {
    await checkTarget(against, pacts)
    return pacts.map((pact) => replayAgainstTenant(pact, against))
  }
  const problems = pacts.flatMap((pact) => checkStates(pact, providerStates))
  if (problems.length > 0) throw new StateError(problems)
  return pacts.map((pact) => replayAgainstSimulator(pact, providerStates))
}

/** Pacts start from states that are not known: nothing was verified. */
export class StateError extends Error {
  override readonly name = 'StateError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`${problems.join('\n')}\nNothing was verified. See icims-contracts states.`)
    this.problems = problems
  }
}
