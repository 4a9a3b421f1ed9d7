import type { Family } from '../family.ts'

export const patientAccess: Family = {
  name: 'patient access',
  department: 'Patient Access',
  category: 'Customer Service',
  period: 'Hourly',
  share: 12,
  remote: true,
  ladder: [
    { title: 'Patient Access Representative', level: 'Entry', years: 0, pay: [16, 20] },
    { title: 'Scheduling Specialist', level: 'Associate', years: 2, pay: [18, 23] },
    { title: 'Patient Access Lead', level: 'Lead', years: 5, pay: [22, 28] },
  ],
  employers: [
    'Bellwether Call Center',
    'Harvest Table Restaurants',
    'Lakeview Dental',
    'Old Harbor Savings',
    'Evergreen Hotel',
  ],
  degrees: ['High School', "Associate's"],
  majors: ['General Studies', 'Business Administration'],
  skills: [
    'Insurance Verification',
    'Appointment Scheduling',
    'Customer Service',
    'Medical Terminology',
    'Conflict Resolution',
  ],
  overview: [
    'You are the first person most patients meet. You will check them in, find their records and set the next visit.',
  ],
  duties: [
    'Greet patients and check their details',
    'Collect co-payments',
    'Book and move visits',
    'Explain forms in plain words',
  ],
  asks: ['Friendly on the twentieth call', 'Types 40 words a minute', 'A second language is welcome'],
}
