import type { Family } from '../family.ts'

export const clinicalSupport: Family = {
  name: 'clinical support',
  department: 'Diagnostics',
  category: 'Clinical Support',
  period: 'Hourly',
  share: 14,
  remote: false,
  ladder: [
    { title: 'Phlebotomist', level: 'Entry', years: 0, pay: [17, 22] },
    { title: 'Medical Laboratory Technician', level: 'Associate', years: 2, pay: [24, 31] },
    { title: 'Radiologic Technologist', level: 'Senior', years: 4, pay: [31, 42] },
    { title: 'Lead Sonographer', level: 'Lead', years: 8, pay: [40, 54] },
  ],
  employers: [
    'Three Rivers Imaging',
    'Copper Valley Labs',
    'Kestrel Diagnostics',
    'Maple Ridge Hospital',
    'Northgate Urgent Care',
  ],
  degrees: ['Certificate', "Associate's"],
  majors: ['Radiologic Technology', 'Health Sciences'],
  skills: [
    'Phlebotomy',
    'Vital Signs',
    'Electronic Health Records',
    'Specimen Handling',
    'Infection Control',
    'Basic Life Support',
  ],
  overview: [
    'The laboratory runs day and night. You will draw, prepare and test samples that physicians are waiting for.',
    'Our imaging rooms see about ninety patients a day. You will prepare them, take the pictures and keep the rooms safe.',
  ],
  duties: [
    'Identify every patient twice before you begin',
    'Prepare and label samples',
    'Run daily quality checks and write them down',
    'Report critical values within fifteen minutes',
    'Keep rooms and equipment clean',
  ],
  asks: ['Registry eligible or registered', 'Steady hands and clear speech', 'Willing to work one weekend in four'],
}
