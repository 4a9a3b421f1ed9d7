import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pactFileName, pairs } from './pairs.ts'
import { checkPactFile } from './provider/guards.ts'
import { readPactFile } from './provider/pact-file.ts'
import { toHtml } from './report/html.ts'
import { toJUnit } from './report/junit.ts'
import { holds, type PairReport } from './report/report.ts'
import { toTable } from './report/table.ts'
import { describeStates, exampleParameters } from './state-catalogue.ts'
import { verifyInProcess } from './verify-in-process.ts'
import { type Written, writePacts } from './write-pacts.ts'

/**
 * `npm run contracts`: writes the pact files by driving the consumers, replays them against their providers, and puts them in
 * place when all that went well. With `--check` nothing is put in place: the files must come out as they are on disk.
 */
const started = performance.now()
const pacts = fileURLToPath(new URL('./pacts', import.meta.url))
const reportFolder = fileURLToPath(new URL('./reports', import.meta.url))
const catalogue = fileURLToPath(new URL('./states.json', import.meta.url))
process.env.PACT_DO_NOT_TRACK = '1'
const draft = mkdtempSync(join(tmpdir(), 'icims-pacts-'))
const problems = await run(process.argv.includes('--check')).finally(() => rmSync(draft, { recursive: true }))
for (const problem of problems) process.stderr.write(`✗ ${problem}\n`)
// Vitest keeps its workers' handles; everything that matters is done.
process.exit(problems.length === 0 ? 0 : 1)

async function run(isCheck: boolean): Promise<string[]> {
  const written = await writePacts(draft)
  if ('failed' in written) {
    return [`These consumer tests failed: ${written.failed.join(', ') || 'all'}.`, 'The pact files are as they were.']
  }
  const expected = new Set(written.map(({ pair }) => pactFileName(pair)))
  const strays = readdirSync(draft).filter((name) => !expected.has(name))
  const found = strays.map((name) => `${name} belongs to no contract of contracts/pairs.ts.`)
  const reports: PairReport[] = []
  for (const one of written) reports.push(await verifyPair(one))
  writeFileSync(join(reportFolder, 'contracts.xml'), toJUnit(reports))
  writeFileSync(join(reportFolder, 'contracts.html'), toHtml(reports))
  process.stdout.write(toTable(reports, performance.now() - started))
  for (const report of reports) found.push(...problemsOf(report))
  if (isCheck) return [...found, ...drift()]
  if (found.length > 0) return [...found, 'The pact files are as they were.']
  rmSync(pacts, { recursive: true, force: true })
  cpSync(draft, pacts, { recursive: true })
  writeFileSync(catalogue, catalogued())
  return []
}

async function verifyPair({ pair, milliseconds: consumer }: Written): Promise<PairReport> {
  const name = `${pair.consumer} → ${pair.provider}`
  const path = join(draft, pactFileName(pair))
  if (!existsSync(path)) {
    const problem = `The tests in contracts/${pair.tests} wrote no pact file.`
    return { name, interactions: [], consumer, verification: 0, problems: [problem] }
  }
  const file = readPactFile(path)
  const guarded = checkPactFile(file, pair.states, consumer.length)
  const { results, milliseconds, problems } = await verifyInProcess(file, pair.keeper, reportFolder)
  return { name, interactions: results, consumer, verification: milliseconds, problems: [...guarded, ...problems] }
}

function problemsOf(report: PairReport): string[] {
  if (holds(report)) return []
  const mismatched = report.interactions.filter(({ mismatches }) => mismatches.length > 0)
  return [
    ...report.problems,
    ...mismatched.map(({ description, mismatches }) => `${description}: ${mismatches.join('; ')}`),
  ].map((problem) => `${report.name}: ${problem}`)
}

function drift(): string[] {
  const names = new Set([...(existsSync(pacts) ? readdirSync(pacts) : []), ...readdirSync(draft)])
  const drifted = [...names]
    .filter((name) => read(join(draft, name)) !== read(join(pacts, name)))
    .map((name) => `contracts/pacts/${name} is not what the consumer tests write. Run npm run contracts and commit it.`)
  if (read(catalogue) === catalogued()) return drifted
  return [...drifted, 'contracts/states.json is not what states.ts says. Run npm run contracts and commit it.']
}

function catalogued(): string {
  const [own] = pairs
  return `${JSON.stringify(describeStates(exampleParameters(join(draft, pactFileName(own!)))), null, 1)}\n`
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
