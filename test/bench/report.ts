/** One measured line: what it is, what came out, and what it should be. */
export type Row = { what: string; value: string; target: string; met: boolean }

/** One part of the benchmark. It prints nothing itself. */
export type Part = { name: string; run(): Promise<Row[]> }

/** A row that is fine from `least` on. */
export function atLeast(what: string, value: number, least: number, detail: string): Row {
  return { what, value: `${value.toFixed(2)} × (${detail})`, target: `at least ${least} ×`, met: value >= least }
}

/** A row that is fine up to `most`. */
export function atMost(what: string, value: number, most: number, unit: string, detail = ''): Row {
  const shown = `${Number(value.toFixed(3))} ${unit}${detail === '' ? '' : ` (${detail})`}`
  return { what, value: shown, target: `at most ${most} ${unit}`, met: value <= most }
}

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

export function print(rows: readonly Row[]): void {
  for (const { what, value, target, met } of rows) {
    process.stdout.write(`  ${met ? '✓' : '✗'} ${what}: ${value}, ${target}\n`)
  }
}
