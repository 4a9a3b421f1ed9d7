import type { IcimsAddress } from '../icims/address.ts'
import type { JsonObject } from './record.ts'

/** The unified location of an address; `country` is ISO 3166-1 alpha-2 where iCIMS gives an abbreviation of two letters. */
export function toLocation(address: IcimsAddress | undefined, raw: string | null): JsonObject | null {
  if (address === undefined) return raw === null ? null : { ...empty, raw }
  const { country, state, city, street1, street2, zip } = address
  return {
    city: city ?? null,
    country: country === undefined ? null : toCountry(country),
    raw,
    state: state === undefined ? null : (state.abbrev ?? state.value),
    street_1: street1 ?? null,
    street_2: street2 ?? null,
    zip_code: zip ?? null,
  }
}

const empty = { city: null, country: null, raw: null, state: null, street_1: null, street_2: null, zip_code: null }

function toCountry({ abbrev, value }: { abbrev: string | undefined; value: string }): string | null {
  if (abbrev !== undefined && /^[A-Z]{2}$/.test(abbrev)) return abbrev
  return value === '' ? null : value
}
