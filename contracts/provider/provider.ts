/** What is told without having been asked for. */
export type Message = { body: unknown; metadata: { contentType: string } }

/** Whoever has to keep a contract, running and ready to be put into any of its states. */
export type Provider = {
  /** Where it answers requests; nowhere, if it sends messages. */
  baseUrl?: string
  /** What puts it into each state it knows. What comes back are values that a pact may name instead of its examples. */
  states: Readonly<Record<string, (parameters: never) => unknown>>
  /** What it told in the state it was put into. @throws Error unless that is one message. */
  message?(): Message
  /** Back to nothing, before the next interaction. */
  reset(): void | Promise<void>
  /** What went wrong on its side, whatever the answers looked like. */
  problems(): string[]
  /** Whether it ended before the last interaction: what was verified until then says nothing. */
  isStopped?(): boolean
  close(): Promise<void>
}
