/** A real city with its state's node id and the first digits of its postal codes. Streets and numbers are made up. */
export type City = { city: string; state: string; zip: string; area: string }

export const cities: readonly City[] = [
  { city: 'Madison', state: 'D41001053', zip: '537', area: '608' },
  { city: 'Milwaukee', state: 'D41001053', zip: '532', area: '414' },
  { city: 'Green Bay', state: 'D41001053', zip: '543', area: '920' },
  { city: 'Rockford', state: 'D41001016', zip: '611', area: '815' },
  { city: 'Chicago', state: 'D41001016', zip: '606', area: '312' },
  { city: 'Peoria', state: 'D41001016', zip: '616', area: '309' },
  { city: 'Minneapolis', state: 'D41001026', zip: '554', area: '612' },
  { city: 'Duluth', state: 'D41001026', zip: '558', area: '218' },
  { city: 'Des Moines', state: 'D41001018', zip: '503', area: '515' },
  { city: 'Indianapolis', state: 'D41001017', zip: '462', area: '317' },
  { city: 'Grand Rapids', state: 'D41001025', zip: '495', area: '616' },
  { city: 'Ann Arbor', state: 'D41001025', zip: '481', area: '734' },
  { city: 'Cleveland', state: 'D41001038', zip: '441', area: '216' },
  { city: 'Columbus', state: 'D41001038', zip: '432', area: '614' },
  { city: 'Boston', state: 'D41001024', zip: '021', area: '617' },
  { city: 'Baltimore', state: 'D41001023', zip: '212', area: '410' },
  { city: 'Austin', state: 'D41001046', zip: '787', area: '512' },
  { city: 'San Antonio', state: 'D41001046', zip: '782', area: '210' },
]

export const streets: readonly string[] = [
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
]

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
