/** Where a customer's iCIMS is. */
export type Region = { id: string; label: string; baseUrl: string; tokenUrl: string }

/** The regions that sources name (D1, D28); what a customer cannot choose it cannot make the connector call. */
export const defaultRegions: readonly Region[] = [
  {
    id: 'us',
    label: 'United States and everywhere else (api.icims.com)',
    baseUrl: 'https://api.icims.com',
    tokenUrl: 'https://login.icims.com/oauth/token',
  },
  {
    id: 'eu',
    label: 'European Union (api-eu.icims.com)',
    baseUrl: 'https://api-eu.icims.com',
    tokenUrl: 'https://login.icims.eu/oauth/token',
  },
]
