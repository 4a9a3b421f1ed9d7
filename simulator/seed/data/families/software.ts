import type { Family } from '../family.ts'

export const software: Family = {
  name: 'software',
  department: 'Digital and IT',
  category: 'Information Technology',
  period: 'Yearly',
  share: 12,
  remote: true,
  ladder: [
    { title: 'Help Desk Analyst', level: 'Entry', years: 0, pay: [46_000, 58_000] },
    { title: 'Software Developer', level: 'Associate', years: 2, pay: [72_000, 92_000] },
    { title: 'Senior Software Engineer', level: 'Senior', years: 6, pay: [105_000, 135_000] },
    { title: 'Integration Architect', level: 'Lead', years: 10, pay: [128_000, 158_000] },
    { title: 'Engineering Manager', level: 'Manager', years: 12, pay: [138_000, 170_000] },
  ],
  employers: [
    'Tidewater Software',
    'Blackwood Systems',
    'Pinecone Data',
    'Harrow & Finch Consulting',
    'Lumen Grid',
    'City of Rockford',
  ],
  degrees: ["Associate's", "Bachelor's", "Master's"],
  majors: ['Computer Science', 'Information Systems'],
  skills: [
    'SQL',
    'TypeScript',
    'Python',
    'Network Administration',
    'Cloud Infrastructure',
    'Automated Testing',
    'HL7 and FHIR',
  ],
  overview: [
    'Our integration team moves lab results, orders and schedules between forty systems. You will own a part of that, from the first question to the pager.',
    'You will build the scheduling application that patients use to book, move and cancel visits.',
  ],
  duties: [
    'Write, test and review code with three colleagues',
    'Keep interfaces running and find out why when they stop',
    'Talk with nurses and schedulers about what slows them down',
    'Write down how things work',
  ],
  asks: [
    'Experience with TypeScript, Java or C#',
    'Comfort with SQL',
    'Plain writing',
    'HL7 or FHIR is welcome, not needed',
  ],
}
