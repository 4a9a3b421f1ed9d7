import type { Family } from '../family.ts'

export const nursing: Family = {
  name: 'nursing',
  department: 'Patient Care',
  category: 'Nursing',
  period: 'Hourly',
  share: 28,
  remote: false,
  ladder: [
    { title: 'Certified Nursing Assistant', level: 'Entry', years: 0, pay: [17, 23] },
    { title: 'Licensed Practical Nurse', level: 'Associate', years: 2, pay: [25, 33] },
    { title: 'Registered Nurse', level: 'Senior', years: 4, pay: [34, 48] },
    { title: 'Charge Nurse', level: 'Lead', years: 8, pay: [44, 58] },
    { title: 'Nurse Manager', level: 'Manager', years: 11, pay: [52, 70] },
  ],
  employers: [
    'Maple Ridge Hospital',
    'St. Brannoc Medical Center',
    'Lakeside Care Center',
    'Prairie Home Health',
    'Harbor View Nursing Home',
    'Blue Heron Hospice',
  ],
  degrees: ['Certificate', "Associate's", "Bachelor's"],
  majors: ['Nursing', 'Health Sciences'],
  skills: [
    'Patient Assessment',
    'IV Therapy',
    'Medication Administration',
    'Electronic Health Records',
    'Wound Care',
    'Basic Life Support',
    'Discharge Planning',
  ],
  overview: [
    'You will care for adults on a 32-bed medical and surgical unit, in a team of nurses, therapists and physicians who round together every morning.',
    'Our unit looks after patients recovering from heart and lung surgery. You will work three twelve-hour shifts a week with a steady group of colleagues.',
  ],
  duties: [
    'Assess patients at the start of each shift and whenever their condition changes',
    'Give medication and record it in the electronic chart',
    'Teach patients and families what to expect at home',
    'Hand over to the next shift at the bedside',
    'Help new colleagues find their feet on the unit',
  ],
  asks: [
    'Current license or certification in this state',
    'Basic Life Support certification',
    'One year of bedside experience, or a residency',
    'Calm manner with worried families',
  ],
}
