import { readFileSync } from 'node:fs'
import { type Publication, type StateValues, type Target, type VerifyOptions, verifyPacts } from '../index.ts'
import { toHtml } from '../report/html.ts'
import { toJUnit } from '../report/junit.ts'
import { holds, type PairReport } from '../report/report.ts'
import { signInTo } from './authorization.ts'
import { print } from './print.ts'
import { UsageError } from './usage-error.ts'
import { writeReport } from './write-report.ts'

/** What `verify` takes. */
export type VerifyFlags = {
  auth: 'basic' | 'hmac' | 'oauth'
  provider: string
  against?: string
  customer?: number
  allowWrites?: true
  states?: string
  publish?: true
  providerVersion?: string
  providerBranch?: string
  providerTags?: string[]
  buildUrl?: string
  json?: true
  junit?: string
  html?: string
}

/** `icims-contracts verify`: replays pacts, against a simulator that is started for them or against another server. */
export async function verifyCommand(sources: readonly string[], flags: VerifyFlags): Promise<void> {
  requirePact()
  const { provider, against } = flags
  const publish = publicationOf(flags)
  const target = against === undefined ? {} : { against: await targetOf(against, flags) }
  const onReplay: VerifyOptions['onReplay'] = (pact) => {
    const { consumer, provider, interactions } = pact
    const count = `${interactions.length} interaction${interactions.length === 1 ? '' : 's'}`
    process.stderr.write(`Replaying ${consumer} → ${provider}: ${count}\n`)
  }
  const onPublish: VerifyOptions['onPublish'] = (pact) => {
    process.stderr.write(`Published ${pact.consumer} → ${pact.provider} as version ${flags.providerVersion}\n`)
  }
  const reports = await verifyPacts({ sources, provider, ...target, ...publish, onReplay, onPublish })
  print(flags.json, reports.map(toJson), () => reports.map(toText).join('\n'))
  writeReport(flags.junit, () => toJUnit(reports))
  writeReport(flags.html, () => toHtml(reports))
  process.exitCode = reports.every(holds) ? 0 : 1
}

/** What the results are published as, where they are. @throws UsageError for one without the other. */
function publicationOf(flags: VerifyFlags): { publish?: Publication } {
  const { publish, providerVersion, providerBranch, providerTags, buildUrl } = flags
  if (publish) {
    if (providerVersion === undefined)
      throw new UsageError('--publish: say of which --provider-version the results are.')
    return {
      publish: {
        providerVersion,
        ...(providerBranch !== undefined && { providerVersionBranch: providerBranch }),
        ...(providerTags !== undefined && { providerVersionTags: providerTags }),
        ...(buildUrl !== undefined && { buildUrl }),
      },
    }
  }
  const alone = Object.entries({ providerVersion, providerBranch, providerTags, buildUrl })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)
  if (alone.length === 0) return {}
  throw new UsageError(`${alone.join(', ')}: nothing is published without --publish.`)
}

async function targetOf(against: string, flags: VerifyFlags): Promise<Target> {
  const { auth, customer, allowWrites = false, states } = flags
  if (!URL.canParse(against) || !/^https?:/.test(against)) {
    throw new UsageError(`--against: ${against} is no address that starts with https:// or http://.`)
  }
  const { username, password } = new URL(against)
  // Whoever puts a password there would find it in the reports.
  if (username !== '' || password !== '') throw new UsageError('--against: an address holds no credentials.')
  return {
    baseUrl: against,
    ...(await signInTo(auth, against)),
    ...(customer !== undefined && { customerId: customer }),
    allowWrites,
    states: states === undefined ? {} : readStates(states),
  }
}

function readStates(file: string): StateValues {
  try {
    const values = JSON.parse(readFileSync(file, 'utf8')) as StateValues
    if (typeof values === 'object' && values !== null && !Array.isArray(values)) return values
  } catch (error) {
    throw new UsageError(`--states: ${file} cannot be read: ${(error as Error).message}.`)
  }
  throw new UsageError(`--states: ${file} must map names of states to their values: {"a person": {"id": 4711}}.`)
}

/** Pact's native library is the user's to install: nobody who verifies nothing needs its 40 MB. */
function requirePact(): void {
  try {
    import.meta.resolve('@pact-foundation/pact')
  } catch {
    throw new UsageError('Pact is not installed: npm install --save-dev @pact-foundation/pact')
  }
}

function toJson({ name, interactions, skipped, problems, ...report }: PairReport) {
  return { name, holds: holds({ ...report, name, interactions, problems }), interactions, skipped, problems }
}

function toText(report: PairReport): string {
  const { name, interactions, skipped = [], problems } = report
  const lines = interactions.flatMap(({ description, mismatches }) =>
    mismatches.length === 0
      ? [`  ✓ ${description}`]
      : [`  ✗ ${description}`, ...mismatches.map((text) => `      ${text}`)],
  )
  const left = skipped.map(({ description, reason }) => `  - ${description}: skipped, ${reason}`)
  const failed = interactions.filter(({ mismatches }) => mismatches.length > 0).length
  const counts = `${interactions.length - failed} verified, ${failed} failed, ${skipped.length} skipped`
  const all = [...lines, ...left, ...problems.map((problem) => `  ✗ ${problem}`)]
  return `${name}\n${all.join('\n')}\n${holds(report) ? 'It holds' : 'It does not hold'}: ${counts}.\n`
}
