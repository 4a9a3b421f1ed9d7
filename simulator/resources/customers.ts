import type { Handlers } from '../exchange.ts'

/** Customer information: D10. Clients call it as a health check (C11). */
export const customers: Handlers = {
  getCustomer: ({ tenant: { config } }) => ({
    status: 200,
    body: {
      platformUrl: `${config.platform}.icims.com`,
      id: config.customerId,
      customerType: 'test',
      name: config.name,
      buildVersion: '12.1',
    },
  }),
}
