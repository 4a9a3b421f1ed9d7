import { type Clock, createSimulator, defaultCoordinates, type Simulator, type SimulatorOptions } from '../index.ts'
import type { TenantFlags } from './program.ts'

/** Opens the tenant a command line describes. */
export async function openTenant(flags: TenantFlags, clock: Clock, more: SimulatorOptions = {}): Promise<Simulator> {
  const { username, password, clientId, clientSecret, quota } = flags
  const [, connector] = defaultCoordinates.users
  const simulator = await createSimulator({
    seed: flags.seed,
    people: flags.people,
    clock,
    coordinates: {
      customerId: flags.customerId,
      users: [{ username, password, clientId, clientSecret, quota }, connector!],
    },
    ...(flags.data !== undefined && { data: flags.data }),
    ...(flags.cache !== undefined && { cache: flags.cache }),
    ...more,
  })
  if (flags.seedFile !== undefined) {
    const { loadSeedFile } = await import('../seed/load-seed-file.ts')
    await loadSeedFile(simulator.tenant, flags.seedFile)
  }
  return simulator
}
