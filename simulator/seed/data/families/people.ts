import type { Family } from '../family.ts'

export const people: Family = {
  name: 'people',
  department: 'People and Culture',
  category: 'Human Resources',
  period: 'Yearly',
  share: 6,
  remote: true,
  ladder: [
    { title: 'HR Assistant', level: 'Entry', years: 0, pay: [40_000, 48_000] },
    { title: 'Talent Acquisition Specialist', level: 'Associate', years: 3, pay: [56_000, 70_000] },
    { title: 'HR Business Partner', level: 'Senior', years: 6, pay: [76_000, 95_000] },
    { title: 'Talent Acquisition Manager', level: 'Manager', years: 9, pay: [92_000, 115_000] },
  ],
  employers: ['Fairway Staffing', 'Holloway Manufacturing', 'Lakewood School District', 'Pinecone Data'],
  degrees: ["Bachelor's"],
  majors: ['Psychology', 'Business Administration', 'Communications'],
  skills: ['Conflict Resolution', 'Interviewing', 'Payroll', 'Onboarding', 'Benefits Administration'],
  overview: ['You will help managers hire and keep the people who look after our patients.'],
  duties: [
    'Write postings people want to read',
    'Call candidates back within two days',
    'Keep the applicant records in order',
    'Prepare offers and first days',
  ],
  asks: ['Two years in recruiting or HR', 'Ease on the phone', 'Care with private information'],
}
