import { type Clock, createSimulator, defaultCoordinates, type Simulator, type SimulatorOptions } from '../index.ts'
import { isKept } from '../store/database.ts'
import type { ApiUser } from '../tenant/config.ts'
import type { TenantFlags } from './flags.ts'
import { createStartDisplay } from './start-display.ts'

/**
 * Opens the tenant a command line describes: its flags come before its tenant file, and that before the preset. What takes
 * long is shown on stderr.
 */
export async function openTenant(
  flags: TenantFlags,
  clock: Clock | undefined,
  more: SimulatorOptions = {},
): Promise<Simulator> {
  const { people, preset, data } = flags
  if (isKept(data)) {
    process.stderr.write(
      `${data} exists and is opened as it is: --seed, --people, --preset, --tenant and --seed-file are for new data files.\n`,
    )
  }
  const described = flags.tenant === undefined ? {} : await readFile(flags.tenant)
  const { preset: named, customerId, users = defaultCoordinates.users, ...tenant } = described
  const { end, onStartProgress } = createStartDisplay(process.stderr)
  return createSimulator({
    onStartProgress,
    seed: flags.seed,
    preset: named ?? preset,
    tenant,
    ...(clock !== undefined && { clock }),
    coordinates: {
      customerId: flags.customerId ?? customerId ?? defaultCoordinates.customerId,
      users: withConnector([withFlags(users[0]!, flags), ...users.slice(1)]),
    },
    ...(people !== undefined && { people }),
    ...(data !== undefined && { data }),
    ...(flags.seedFile !== undefined && { seedFile: flags.seedFile }),
    ...(flags.cache !== undefined && { cache: flags.cache }),
    ...more,
  }).finally(end)
}

async function readFile(file: string) {
  return (await import('../tenant/tenant-file.ts')).readTenantFile(file)
}

/** The first API user, as far as the command line says otherwise. */
function withFlags(user: ApiUser, flags: TenantFlags): ApiUser {
  const names = ['username', 'password', 'clientId', 'clientSecret', 'hmacKey', 'quota'] as const
  const given = names.filter((name) => flags[name] !== undefined).map((name) => [name, flags[name]])
  return { ...user, ...Object.fromEntries(given) }
}

/** The connector has a user of its own, so that its syncs do not eat the visitor's calls. */
function withConnector(users: readonly ApiUser[]): readonly ApiUser[] {
  const [, connector] = defaultCoordinates.users
  return users.some(({ username }) => username === connector!.username) ? users : [...users, connector!]
}
