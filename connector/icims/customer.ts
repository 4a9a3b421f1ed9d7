import { decodeObject, decodeText, type Json } from './decode.ts'

/** What iCIMS tells of a customer (D10). */
export type IcimsCustomer = {
  name: string | undefined
  platformUrl: string | undefined
  customerType: string | undefined
}

export function decodeIcimsCustomer(value: unknown): IcimsCustomer {
  const customer: Json = decodeObject(value, 'The customer')
  return {
    name: decodeText(customer, 'name'),
    platformUrl: decodeText(customer, 'platformUrl'),
    customerType: decodeText(customer, 'customerType'),
  }
}
