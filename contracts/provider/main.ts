import { verifyIcims } from './icims.ts'
import type { PactFile } from './pact-file.ts'

// A process of its own for each verification: Pact's own output goes where its parent wants it, not among ours.
process.once('message', async (file: PactFile) => {
  process.send!(await verifyIcims(file))
  process.disconnect()
})
