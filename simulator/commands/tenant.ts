import { defaultCoordinates } from '../tenant/coordinates.ts'
import { resolveTenant } from '../tenant/resolve.ts'
import { readTenantFile } from '../tenant/tenant-file.ts'
import type { TenantFlags } from './flags.ts'

/** `icims-simulator tenant print`: the whole configuration on stdout; it can be read again with `--tenant`. */
export async function printTenant({ preset, tenant }: Pick<TenantFlags, 'preset' | 'tenant'>): Promise<void> {
  const { preset: named, users, customerId, ...overrides } = tenant === undefined ? {} : await readTenantFile(tenant)
  const { config } = await resolveTenant(named ?? preset, overrides, defaultCoordinates)
  const { users: _users, customerId: _customerId, ...rest } = config
  const { stringify } = await import('yaml')
  process.stdout.write(stringify({ preset: named ?? preset, ...rest }, { lineWidth: 0, aliasDuplicateObjects: false }))
}

/**
 * `icims-simulator tenant check`: says that the file is good, or what is wrong with it.
 *
 * @throws TenantFileError with a line for every problem.
 */
export async function checkTenant(file: string): Promise<void> {
  const { preset = 'default' } = await readTenantFile(file)
  process.stdout.write(`${file} is good: a tenant on top of the preset ${preset}.\n`)
}
