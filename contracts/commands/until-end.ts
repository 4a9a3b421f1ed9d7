import type { ChildProcess } from 'node:child_process'

/** Hands signals on to a child until it ends. @returns its exit code. @throws what keeps it from being run. */
export async function untilEnd(child: ChildProcess): Promise<number> {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const hand = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of signals) process.on(signal, hand)
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    for (const signal of signals) process.off(signal, hand)
  }
}
