/** Whoever has to keep a contract, running and ready to be put into any of its states. */
export type Provider = {
  baseUrl: string
  /** What puts it into each state it knows. What comes back are values that a pact may name instead of its examples. */
  states: Readonly<Record<string, (parameters: never) => unknown>>
  /** Back to nothing, before the next interaction. */
  reset(): void | Promise<void>
  /** What went wrong on its side, whatever the answers looked like. */
  problems(): string[]
  /** Whether it ended before the last interaction: what was verified until then says nothing. */
  isStopped?(): boolean
  close(): Promise<void>
}
