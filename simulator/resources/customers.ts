import type { Handlers } from '../exchange.ts'
import { profileTypes } from '../tenant/profile-types.ts'

/** What every customer here is: none takes part in anything real. */
const customerType = 'test'

/** Customer information: D10. Clients call it as a health check (C11). */
export const customers: Handlers = {
  getCustomer: ({ tenant: { config }, base, access }) => ({
    status: 200,
    headers: { 'x-customer-type': customerType, link: links(base, access.hidesProfile) },
    body: {
      platformUrl: `${config.platform}.icims.com`,
      id: config.customerId,
      customerType,
      name: config.name,
      buildVersion: '12.1',
    },
  }),
}

/** Where the customer's profiles and forms are, without angle brackets as printed (D10); titles follow the one of jobs. */
function links(base: string, hides: (type: keyof typeof profileTypes) => string | undefined): string {
  const shown = (Object.keys(profileTypes) as (keyof typeof profileTypes)[]).filter((type) => hides(type) === undefined)
  const profiles = shown.map((type) => {
    const { path, label } = profileTypes[type]
    return `${base}/${path};rel="profiles";title="Available ${label} Profiles"`
  })
  return [...profiles, `${base}/forms;rel="forms";title="Available Forms"`].join(',')
}
