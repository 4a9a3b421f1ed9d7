import { type Clock, createSimulator, defaultCoordinates, type Simulator, type SimulatorOptions } from '../index.ts'
import { isKept } from '../store/database.ts'
import type { TenantFlags } from './program.ts'

/** Opens the tenant a command line describes. */
export async function openTenant(flags: TenantFlags, clock: Clock, more: SimulatorOptions = {}): Promise<Simulator> {
  const { username, password, clientId, clientSecret, hmacKey, quota, data } = flags
  const [, connector] = defaultCoordinates.users
  if (isKept(data)) {
    process.stderr.write(
      `${data} exists and is opened as it is: --seed, --people and --seed-file are for new data files.\n`,
    )
  }
  return createSimulator({
    seed: flags.seed,
    people: flags.people,
    clock,
    coordinates: {
      customerId: flags.customerId,
      users: [{ username, password, clientId, clientSecret, hmacKey, quota }, connector!],
    },
    ...(data !== undefined && { data }),
    ...(flags.seedFile !== undefined && { seedFile: flags.seedFile }),
    ...(flags.cache !== undefined && { cache: flags.cache }),
    ...more,
  })
}
