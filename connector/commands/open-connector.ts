import { readFileSync } from 'node:fs'
import { type Connector, createConnector, type IntegrationInput, integrationIdOf } from '../index.ts'
import type { MappingSettingsInput } from '../models/settings.ts'
import { type ConnectorFlags, UsageError } from './program.ts'

/** A connector, and the integration the command line is about: its database may hold others. */
export type OpenedConnector = { connector: Connector; integrationId: string }

/** Opens the connector a command line describes. */
export async function openConnector(flags: ConnectorFlags, apiKey: string): Promise<OpenedConnector> {
  const { integrationId, customerId, baseUrl, clientId, clientSecret, tokenUrl, username, password } = flags
  if (!URL.canParse(baseUrl))
    throw new UsageError(`--base-url ${baseUrl} is no address. Write it as https://api.icims.com.`)
  if (integrationId !== undefined && !/^[1-9A-HJ-NP-Za-km-z]{24}$/.test(integrationId)) {
    throw new UsageError('--integration-id must be 24 base58 characters.')
  }
  if (clientId !== undefined && clientSecret === undefined) throw new UsageError('--client-id needs --client-secret.')
  const integration: IntegrationInput = {
    ...(integrationId !== undefined && { id: integrationId }),
    customerId,
    baseUrl,
    ...(flags.settings !== undefined && { settings: readSettings(flags.settings) }),
    auth:
      clientId === undefined
        ? { type: 'basic', username: username!, password: password! }
        : { type: 'oauth', clientId, clientSecret: clientSecret!, tokenUrl: tokenUrl! },
  }
  const connector = await createConnector({
    apiKey,
    database: flags.database,
    ...(process.env.ICIMS_CONNECTOR_KEY !== undefined && { encryptionKey: process.env.ICIMS_CONNECTOR_KEY }),
    onInternalError: (error) => process.stderr.write(`internal error: ${(error as Error).stack ?? error}\n`),
    integrations: [integration],
  })
  return { connector, integrationId: integrationIdOf(integration) }
}

/** Settings as JSON, or the file that holds them; what stands in them is checked when the integration is added. */
function readSettings(settings: string): MappingSettingsInput {
  const isJson = settings.trimStart().startsWith('{')
  try {
    return JSON.parse(isJson ? settings : readFileSync(settings, 'utf8'))
  } catch (error) {
    throw new UsageError(`--settings is neither JSON nor a file of it: ${(error as Error).message}.`)
  }
}
