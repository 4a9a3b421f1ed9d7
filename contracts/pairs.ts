/** A contract, from its consumer tests to who must keep it. */
export type Pair = {
  consumer: string
  provider: string
  /** Folder of its consumer tests, below `contracts`. Only files that stand right in it count. */
  tests: string
}

/** Every contract of this project. The consumer's and the provider's name make the name of its pact file. */
export const pairs: readonly Pair[] = [
  { consumer: 'icims-connector', provider: 'icims-api', tests: 'consumer' },
  { consumer: 'app', provider: 'unified-api', tests: 'consumer/unified' },
]

/** Name of a contract's pact file, as Pact makes it. */
export function pactFileName({ consumer, provider }: Pair): string {
  return `${consumer}-${provider}.json`
}
