import type { IcimsAddress } from '../icims/address.ts'
import type { IcimsPlace } from '../icims/decode.ts'
import { countryCode } from './countries.ts'
import { ownValue } from './own-value.ts'
import type { JsonObject } from './record.ts'
import type { MappingSettings } from './settings.ts'

/** The unified location of an address; `raw` is how iCIMS shows it, where it shows it whole. */
export function toLocation(
  address: IcimsAddress | undefined,
  raw: string | null,
  settings: Pick<MappingSettings, 'countries'>,
): JsonObject | null {
  if (address === undefined) return raw === null ? null : { ...empty, raw }
  const { country, state, city, street1, street2, zip } = address
  return {
    city: city ?? null,
    country: country === undefined ? null : toCountry(country, settings),
    raw,
    state: state === undefined ? null : (state.abbrev ?? state.value) || null,
    street_1: street1 ?? null,
    street_2: street2 ?? null,
    zip_code: zip ?? null,
  }
}

const empty = { city: null, country: null, raw: null, state: null, street_1: null, street_2: null, zip_code: null }

/** ISO 3166-1 alpha-2: the integration's own mapping first, then the abbreviation, then the name, which stays where it is none. */
function toCountry({ abbrev, value }: IcimsPlace, { countries }: Pick<MappingSettings, 'countries'>): string | null {
  const own = ownValue(countries, { id: abbrev ?? value, value })
  return own ?? countryCode(abbrev ?? '') ?? countryCode(value) ?? (value || abbrev || null)
}
