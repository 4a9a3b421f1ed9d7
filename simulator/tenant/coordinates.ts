import type { ApiUser } from './config.ts'

/** What a team writes into its settings to reach a tenant. Fixed by default, so that settings survive restarts. */
export type Coordinates = { customerId: number; users: readonly ApiUser[] }

/** The tenant everybody gets: one API user to try things with, one for the connector, whose calls are not counted. */
export const defaultCoordinates: Coordinates = {
  customerId: 1234,
  users: [
    {
      username: 'api-user',
      password: 'api-password',
      clientId: 'icims-client',
      clientSecret: 'icims-secret',
      hmacKey: 'icims-signing-key',
      quota: 10_000,
    },
    {
      username: 'connector',
      password: 'connector-password',
      clientId: 'connector-client',
      clientSecret: 'connector-secret',
      hmacKey: 'connector-signing-key',
      quota: 'unlimited',
    },
  ],
}
