import { Verifier } from '@pact-foundation/pact'
import { checkVerification } from './guards.ts'
import type { PactFile } from './pact-file.ts'
import type { Provider } from './provider.ts'
import { type InteractionResult, readResults } from './results.ts'

/** What a verification came to; no problems means that every interaction was replayed and fits. */
export type Verification = { results: InteractionResult[]; milliseconds: number; problems: string[] }

/** Replays a pact file against a provider, which it closes. */
export async function verify(file: PactFile, provider: Provider): Promise<Verification> {
  const started = performance.now()
  const errors: { interaction: number; state: string; error: unknown }[] = []
  let begun = 0
  const verifier = new Verifier({
    provider: file.provider,
    ...(provider.baseUrl !== undefined && { providerBaseUrl: provider.baseUrl }),
    ...(provider.message && { messageProviders: messagesOf(file, provider.message) }),
    pactUrls: [file.path],
    stateHandlers: keepErrors(provider.states, (state, error) => errors.push({ interaction: begun, state, error })),
    beforeEach: async () => {
      begun += 1
      await provider.reset()
    },
    logLevel: 'error',
  })
  const outcome = await verifier.verifyProvider().catch((error: Error) => error)
  await provider.close()
  const milliseconds = performance.now() - started
  if (provider.isStopped?.()) return { results: [], milliseconds, problems: provider.problems() }
  const { results, problems } = readResults(outcome)
  const failed = errors.map(({ error }) => error)
  const guarded = checkVerification(file, Math.min(begun, results.length), failed)
  for (const { interaction, state, error } of errors) {
    const text = error instanceof Error ? error.message : error
    // What followed from another state than was asked for fits by chance.
    results[interaction - 1]?.mismatches.push(`The state "${state}" was not reached: ${text}`)
  }
  return { results, milliseconds, problems: [...problems, ...provider.problems(), ...guarded] }
}

/** Pact asks for a message by its description; what was told follows from the state alone. */
function messagesOf({ interactions }: PactFile, message: NonNullable<Provider['message']>) {
  const tell = async () => {
    const { body, metadata } = message()
    return { __pactMessageMetadata: metadata, message: body }
  }
  return Object.fromEntries(interactions.map(({ description }) => [description, tell]))
}

/** Pact passes a run whose state handler throws, if the data happen to fit: the errors are kept and counted afterwards. */
function keepErrors(states: Provider['states'], onError: (state: string, error: unknown) => void) {
  return Object.fromEntries(
    Object.entries(states).map(([name, handle]) => [
      name,
      {
        setup: async (parameters: unknown) => {
          try {
            const given = (await handle(parameters as never)) as object | undefined
            // A pact may name a parameter in place of its example, too.
            return { ...(parameters as object), ...given } as Record<string, never>
          } catch (error) {
            onError(name, error)
            return undefined
          }
        },
      },
    ]),
  )
}
