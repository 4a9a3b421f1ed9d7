import type { Field } from './field.ts'

/** Phone numbers of a person: C12, C13. */
export const phones: Field = {
  name: 'phones',
  kind: 'collection',
  byDefault: true,
  children: [
    { name: 'phonetype', kind: 'node', list: 'lists.phone_type' },
    { name: 'phonenumber', kind: 'text', max: 32 },
    { name: 'phoneextension', kind: 'text', max: 16 },
    { name: 'primary', kind: 'boolean' },
  ],
}

/** Postal addresses of a person or a company; lengths from D17. */
export const addresses: Field = {
  name: 'addresses',
  kind: 'collection',
  byDefault: true,
  children: [
    { name: 'addresstype', kind: 'node', list: 'lists.address_type' },
    { name: 'addressstreet1', kind: 'text', max: 128 },
    { name: 'addressstreet2', kind: 'text', max: 128 },
    { name: 'addresscity', kind: 'text', max: 64 },
    { name: 'addresscounty', kind: 'text', max: 64 },
    { name: 'addressstate', kind: 'place', list: 'lists.country' },
    { name: 'addresszip', kind: 'text', max: 16 },
    { name: 'addresscountry', kind: 'place', list: 'lists.country' },
    { name: 'primary', kind: 'boolean' },
  ],
}
