/** How a long run says that it is not hung. */
export type Progress = {
  /** Of facts that are checked: each on a terminal, every fifty elsewhere. */
  facts(done: number, of: number): void
  /** Of something that goes on for a while: each time on a terminal, every ten seconds elsewhere. */
  tell(text: string): void
  /** Passes time, and says how much is left. */
  wait(milliseconds: number, reason: string): Promise<void>
}

const every = 10_000

/** On a terminal one line that counts up, elsewhere a line now and then. */
export function createProgress(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr): Progress {
  const isTerminal = stream.isTTY === true
  let last = Number.NEGATIVE_INFINITY
  const overwrite = (text: string): void => void stream.write(`\r${text}\u001b[K`)
  const tell = (text: string): void => {
    if (isTerminal) overwrite(text)
    else if (performance.now() - last >= every) {
      last = performance.now()
      stream.write(`${text}\n`)
    }
  }
  return {
    facts(done, of) {
      const text = `${done} of ${of} facts`
      if (isTerminal) overwrite(done === of ? `${text}\n` : text)
      else if (done % 50 === 0 || done === of) stream.write(`${text}\n`)
    },
    tell,
    async wait(milliseconds, reason) {
      last = Number.NEGATIVE_INFINITY
      for (let left = Math.ceil(milliseconds / 1_000); left > 0; left -= 1) {
        tell(`waiting ${left} s: ${reason}`)
        await new Promise((resolve) => setTimeout(resolve, 1_000))
      }
    },
  }
}
