/** How far a piece of work has come. */
export type BarState = {
  label: string
  done: number
  /** What there is to do, as far as it is known; `isAll` once that is everything. */
  total: number
  isAll: boolean
  /** What is said after the numbers, the most important first; what does not fit is left out. */
  notes: readonly string[]
}

/** A bar in the last line of a terminal. */
export type Bar = {
  /** Draws it, a few times a second at most. */
  draw(state: BarState): void
  /** Takes it away. */
  clear(): void
}

/** Cells of a bar, by whether the terminal is wide. */
const cellsOf = (columns: number): number => (columns >= 80 ? 24 : 10)
/** Time between two drawings, in milliseconds. */
const pause = 100

/** A line with a bar, no wider than the terminal. While not everything is found the total has a plus. */
export function renderBar({ label, done, total, isAll, notes }: BarState, columns: number): string {
  const cells = cellsOf(columns)
  const share = total === 0 ? Number(isAll) : Math.min(1, done / total)
  const full = Math.floor(share * cells)
  const bar = '█'.repeat(full) + '░'.repeat(cells - full)
  const count = `${grouped(done)} of ${grouped(total)}${isAll ? '' : '+'}`
  let line = `${label.padEnd(18)} ${bar} ${count}`
  for (const note of notes) {
    // The last column of a terminal may break the line.
    if (line.length + 2 + note.length >= columns) break
    line += `, ${note}`
  }
  return line.slice(0, Math.max(0, columns - 1))
}

/** Makes a bar on a terminal; elsewhere it draws nothing. @param isWanted draws nothing there either when false. */
export function createBar(stream: NodeJS.WriteStream, isWanted = true): Bar {
  let drawnAt = Number.NEGATIVE_INFINITY
  let isShown = false
  return {
    draw(state) {
      const at = performance.now()
      if (!stream.isTTY || !isWanted || at - drawnAt < pause) return
      drawnAt = at
      isShown = true
      stream.write(`\r\u001b[K${renderBar(state, stream.columns || 80)}`)
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K')
      isShown = false
    },
  }
}

/** A number with its thousands apart. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A time for people: `42 s`, `3 min 20 s`, `2 h 5 min`. */
export function timeFor(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
