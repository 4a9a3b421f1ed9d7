import type { PactFile } from './pact-file.ts'
import { providers } from './providers.ts'
import { verify } from './verify.ts'

// A process of its own for each verification: Pact's own output goes where its parent wants it, not among ours.
process.once('message', async (file: PactFile) => {
  process.send!(await verify(file, await providers[file.provider]!.open()))
  process.disconnect()
})
