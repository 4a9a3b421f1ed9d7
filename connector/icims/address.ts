import { decodeObject, decodePlace, decodeText, type IcimsPlace, type Json } from './decode.ts'

/** One postal address of a person or a company (C1, C12). */
export type IcimsAddress = {
  raw: Json
  street1: string | undefined
  street2: string | undefined
  city: string | undefined
  state: IcimsPlace | undefined
  zip: string | undefined
  country: IcimsPlace | undefined
  primary: boolean
}

export function decodeIcimsAddress(value: unknown): IcimsAddress {
  const address: Json = decodeObject(value, 'The address')
  return {
    raw: address,
    street1: decodeText(address, 'addressstreet1'),
    street2: decodeText(address, 'addressstreet2'),
    city: decodeText(address, 'addresscity'),
    state: decodePlace(address, 'addressstate'),
    zip: decodeText(address, 'addresszip'),
    country: decodePlace(address, 'addresscountry'),
    primary: address.primary === true,
  }
}
