import { exportRows as rowsOf } from '../seed/load-seed-file.ts'
import { formatSeedRows, type SeedFormat } from '../seed/seed-file.ts'
import type { TenantFlags } from './flags.ts'
import { openClock } from './open-clock.ts'
import { openTenant } from './open-tenant.ts'

/** `icims-simulator export`: the tenant's rows on stdout, to be read again with `--seed-file`. */
export async function exportRows(flags: TenantFlags & { format: SeedFormat }): Promise<void> {
  await using simulator = await openTenant(flags, openClock(flags), { deliver: false })
  process.stdout.write(await formatSeedRows(rowsOf(simulator.tenant), flags.format))
}
