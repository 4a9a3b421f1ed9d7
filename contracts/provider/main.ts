import type { PactFile } from './pact-file.ts'
import { type Keeper, openKeeper } from './providers.ts'
import { verify } from './verify.ts'

// A process of its own for each verification: Pact's own output goes where its parent wants it, not among ours.
process.once('message', async ({ file, keeper }: { file: PactFile; keeper: Keeper }) => {
  process.send!(await verify(file, await openKeeper(keeper)))
  process.disconnect()
})
