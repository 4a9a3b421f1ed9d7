import type { StartProgress } from '../index.ts'

/** Shows how the start of a large tenant goes. */
export type StartDisplay = { onStartProgress(progress: StartProgress): void; end(): void }

/** Work that is done within so many milliseconds is not worth a word. */
const patience = 1_000
/** Time between two drawings of the bar, in milliseconds. */
const pause = 100
const cells = 24

const doing = { people: 'making people', tables: 'copying tables' }

/**
 * A bar on a terminal, taken away at the end; elsewhere a plain line for every tenth.
 *
 * @param now milliseconds of a clock that does not jump.
 */
export function createStartDisplay(stream: NodeJS.WriteStream, now = () => performance.now()): StartDisplay {
  const began = now()
  let drawnAt = Number.NEGATIVE_INFINITY
  let tenths = 0
  let shownWork: StartProgress['work'] | undefined
  return {
    onStartProgress({ work, done, total }) {
      if (now() - began < patience) return
      const count = `${grouped(done)} of ${grouped(total)}`
      const share = done / total
      if (stream.isTTY) {
        if (work === shownWork && now() - drawnAt < pause) return
        drawnAt = now()
        const full = Math.floor(share * cells)
        const bar = '█'.repeat(full) + '░'.repeat(cells - full)
        stream.write(`\r\u001b[K${`${doing[work].padEnd(14)} ${bar} ${count}`.slice(0, (stream.columns || 80) - 1)}`)
      } else {
        if (work === shownWork && Math.floor(share * 10) === tenths) return
        tenths = Math.floor(share * 10)
        stream.write(`${doing[work]}: ${count}\n`)
      }
      shownWork = work
    },
    end() {
      if (stream.isTTY && shownWork !== undefined) stream.write('\r\u001b[K')
    },
  }
}

/** A number with its thousands apart. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}
