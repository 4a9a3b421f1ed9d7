import { tokenPath } from './hosts.ts'
import type { ApiUser } from './tenant/config.ts'
import { type Coordinates, defaultCoordinates } from './tenant/coordinates.ts'

/** How one API user signs in, in each of iCIMS's ways. */
export type SignIn = {
  basic: { username: string; password: string }
  oauth: { tokenUrl: string; clientId: string; clientSecret: string }
  hmac: { username: string; key: string }
}

/** How a tenant is reached: its customer id, its API user, and the one meant for a connector, whose calls are not counted. */
export type SignInSheet = { customerId: number } & SignIn & { connectorUser: SignIn }

/** What a client has to be told of a tenant, apart from where it answers. */
export function describeSignIn({ customerId, users }: Coordinates, loginUrl: string): SignInSheet {
  const signIn = ({ username, password, clientId, clientSecret, hmacKey }: ApiUser): SignIn => ({
    basic: { username, password },
    oauth: { tokenUrl: `${loginUrl}${tokenPath}`, clientId, clientSecret },
    hmac: { username, key: hmacKey },
  })
  return { customerId, ...signIn(users[0]!), connectorUser: signIn(users.find(isConnector) ?? users.at(-1)!) }
}

/** The user a connector signs in as, and those of forks that were made after it. */
function isConnector({ username }: ApiUser): boolean {
  const [, connector] = defaultCoordinates.users
  return username === connector!.username || username.startsWith(`${connector!.username}-`)
}
