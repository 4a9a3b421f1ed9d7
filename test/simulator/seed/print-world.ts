import { createHash } from 'node:crypto'
import { createSimulator } from '../../../simulator/index.ts'
import { exportRows } from '../../../simulator/seed/load-seed-file.ts'

// Prints a digest of a tenant, for the test that runs it under other time zones and languages.
await using simulator = await createSimulator({ people: 60, cache: false })
process.stdout.write(
  createHash('sha256')
    .update(JSON.stringify(exportRows(simulator.tenant)))
    .digest('hex'),
)
