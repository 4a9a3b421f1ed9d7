import type { Random } from '../random.ts'

/** A real city; streets, numbers and the rest of its postal codes are made up. */
export type City = {
  city: string
  /** Node ids of `lists.country`. */
  country: string
  state?: string
  zip(random: Random): string
  /** A number out of the range that the country keeps for fiction. */
  phone(random: Random): string
}

/** Where a tenant's people and locations are. */
export type Place = {
  cities: readonly City[]
  streets: readonly string[]
  currency: string
  /** Country of the location for those who work from home, and its name. */
  remote: { country: string; name: string }
  /** Office hours in UTC, minutes since midnight. */
  opens: number
  closes: number
}

const digits = (random: Random, count: number): string => String(random.int(0, 10 ** count - 1)).padStart(count, '0')

/** 555-0100 to 555-0199 are kept for fiction in every area code. */
function american(city: string, state: string, zip: string, area: string): City {
  return {
    city,
    country: 'D41001',
    state,
    zip: (random) => zip + digits(random, 2),
    phone: (random) => `${area}-555-01${digits(random, 2)}`,
  }
}

/** The middle of the US, nine to five there. */
const us: Place = {
  currency: 'USD',
  remote: { country: 'D41001', name: 'Remote - US' },
  opens: 14 * 60,
  closes: 22 * 60,
  cities: [
    american('Madison', 'D41001053', '537', '608'),
    american('Milwaukee', 'D41001053', '532', '414'),
    american('Green Bay', 'D41001053', '543', '920'),
    american('Rockford', 'D41001016', '611', '815'),
    american('Chicago', 'D41001016', '606', '312'),
    american('Peoria', 'D41001016', '616', '309'),
    american('Minneapolis', 'D41001026', '554', '612'),
    american('Duluth', 'D41001026', '558', '218'),
    american('Des Moines', 'D41001018', '503', '515'),
    american('Indianapolis', 'D41001017', '462', '317'),
    american('Grand Rapids', 'D41001025', '495', '616'),
    american('Ann Arbor', 'D41001025', '481', '734'),
    american('Cleveland', 'D41001038', '441', '216'),
    american('Columbus', 'D41001038', '432', '614'),
    american('Boston', 'D41001024', '021', '617'),
    american('Baltimore', 'D41001023', '212', '410'),
    american('Austin', 'D41001046', '787', '512'),
    american('San Antonio', 'D41001046', '782', '210'),
  ],
  streets: [
    'Oak Street',
    'Maple Avenue',
    'Cedar Lane',
    'Lakeview Drive',
    'Prairie Road',
    'Second Street',
    'Church Street',
    'Washington Avenue',
    'Hillcrest Road',
    'Birch Court',
    'Mill Road',
    'Orchard Street',
    'Park Avenue',
    'River Road',
    'Sunset Drive',
    'Elm Street',
    'Highland Avenue',
    'Meadow Lane',
    'College Avenue',
    'Spring Street',
  ],
}

/** Kept for drama: 01632 960000 to 960999, and 020 7946 0000 to 0999 in London (Ofcom). */
function british(city: string, district: string): City {
  const inward = 'ABDEFGHJLNPQRSTUWXYZ'
  return {
    city,
    country: 'D41003',
    zip: (random) => `${district} ${random.int(1, 9)}${random.pick([...inward])}${random.pick([...inward])}`,
    phone: (random) => (city === 'London' ? `+44 20 7946 0${digits(random, 3)}` : `+44 1632 960${digits(random, 3)}`),
  }
}

/** Kept for media productions, a block in each of five cities (Bundesnetzagentur). */
function german(city: string, zip: string, block: string): City {
  return {
    city,
    country: 'D41004',
    zip: (random) => zip + digits(random, 2),
    phone: (random) => `+49 ${block} ${digits(random, 3)}`,
  }
}

/** Kept for drama: 020 910 0000 to 919 9999 (ComReg). */
function irish(city: string, key: string): City {
  return {
    city,
    country: 'D41008',
    zip: (random) => `${key} ${random.pick([...'ACDEFHKNPRTVWXY'])}${digits(random, 3)}`,
    phone: (random) => `+353 20 91${digits(random, 1)} ${digits(random, 4)}`,
  }
}

/** Kept for fiction: 01 99 00 and what follows (Arcep). */
function french(city: string, zip: string): City {
  return {
    city,
    country: 'D41005',
    zip: (random) => zip + digits(random, 2),
    phone: (random) => `+33 1 99 00 ${digits(random, 2)} ${digits(random, 2)}`,
  }
}

/** Ireland, the United Kingdom, Germany and France; office hours of their middle. */
const eu: Place = {
  currency: 'EUR',
  remote: { country: 'D41004', name: 'Remote - Europe' },
  opens: 8 * 60,
  closes: 16 * 60,
  cities: [
    british('London', 'SE1'),
    german('Berlin', '101', '30 23125'),
    irish('Dublin', 'D02'),
    british('Manchester', 'M1'),
    german('München', '803', '89 99998'),
    french('Lyon', '690'),
    british('Leeds', 'LS1'),
    german('Hamburg', '200', '40 66969'),
    irish('Cork', 'T12'),
    german('Köln', '506', '221 4710'),
    british('Bristol', 'BS1'),
    french('Paris', '750'),
    german('Frankfurt am Main', '603', '69 90009'),
    french('Lille', '590'),
  ],
  streets: [
    'High Street',
    'Station Road',
    'Victoria Street',
    'Mill Lane',
    'Lindenstraße',
    'Bahnhofstraße',
    'Am Stadtpark',
    'Gartenweg',
    'Quai des Ormes',
    'Rue de la Gare',
    'Place Neuve',
    'Harbour View',
  ],
}

/** By the region of the tenant. */
export const places: Readonly<Record<'us' | 'eu', Place>> = { us, eu }

/** What a location of the company is called, with the kind of place it is. */
export const sites: readonly string[] = [
  'Medical Center',
  'East Clinic',
  'West Clinic',
  'Specialty Hospital',
  'Pharmacy and Home Care',
  'Surgery Center',
  'Corporate Office',
  'Distribution Center',
  'Family Health',
  "Children's Clinic",
]
