import type { Family } from '../family.ts'

export const facilities: Family = {
  name: 'facilities',
  department: 'Facilities',
  category: 'Facilities',
  period: 'Hourly',
  share: 6,
  remote: false,
  ladder: [
    { title: 'Environmental Services Technician', level: 'Entry', years: 0, pay: [15, 19] },
    { title: 'Maintenance Technician', level: 'Associate', years: 3, pay: [22, 29] },
    { title: 'Facilities Supervisor', level: 'Lead', years: 8, pay: [30, 39] },
  ],
  employers: ['Holloway Manufacturing', 'Evergreen Hotel', 'Lakewood School District', 'Stonebridge Property Care'],
  degrees: ['High School', 'Certificate'],
  majors: ['Building Trades', 'General Studies'],
  skills: ['Preventive Maintenance', 'HVAC Repair', 'Electrical Repair', 'Fire Safety', 'Inventory Control'],
  overview: ['You will keep a building that never closes warm, lit and clean.'],
  duties: [
    'Do the planned rounds and write down readings',
    'Answer calls from the units',
    'Clean rooms between patients',
    'Work safely and say when something is not safe',
  ],
  asks: ['Able to lift 40 pounds', 'Driver license', 'On call one week in six'],
}
