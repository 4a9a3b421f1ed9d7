import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Keeper } from '../provider/providers.ts'
import type { PairReport } from '../report/report.ts'
import { verifyInProcess } from '../verify-in-process.ts'
import type { Interaction, Pact } from './pact.ts'
import { type Rewriting, rewritePact } from './rewrite.ts'

/** How one pact is replayed. */
export type Replay = {
  pact: Pact
  keeper: Keeper
  rewriting: Rewriting
  /** Why an interaction is left out, or undefined. */
  reasonToSkip(interaction: Interaction): string | undefined
}

/** Replays pacts one after the other. What Pact itself prints is dropped. */
export async function replay(
  replays: readonly Replay[],
  onReplay: (pact: Pact) => void = () => {},
): Promise<PairReport[]> {
  const folder = mkdtempSync(join(tmpdir(), 'icims-contracts-'))
  try {
    const reports: PairReport[] = []
    for (const [index, one] of replays.entries()) {
      onReplay(one.pact)
      reports.push(await replayOne(one, folder, index))
    }
    return reports
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function replayOne({ pact, keeper, rewriting, reasonToSkip }: Replay, folder: string, index: number) {
  const { consumer, provider, interactions } = pact
  const skipped = interactions.flatMap((interaction) => {
    const reason = reasonToSkip(interaction)
    return reason === undefined ? [] : [{ description: interaction.description, reason }]
  })
  const name = `${consumer} → ${provider}`
  const kept = interactions.filter((interaction) => reasonToSkip(interaction) === undefined)
  const report = { name, interactions: [], consumer: [], verification: 0, skipped }
  if (kept.length === 0) return { ...report, problems: ['Every interaction was skipped: nothing is proved.'] }
  const path = join(folder, `${index}.json`)
  const rewritten = rewritePact(pact, (interaction) => kept.includes(interaction), rewriting)
  // What signs in may stand in it.
  writeFileSync(path, JSON.stringify(rewritten), { mode: 0o600 })
  const states = kept.map(({ description, states }) => ({ description, states: states.map((state) => state.name) }))
  const file = { path, consumer, provider, interactions: states }
  const { results, milliseconds, problems } = await verifyInProcess(file, keeper, folder)
  return { ...report, interactions: results, verification: milliseconds, problems }
}
