import type { Family } from '../family.ts'

export const pharmacy: Family = {
  name: 'pharmacy',
  department: 'Pharmacy Services',
  category: 'Pharmacy',
  period: 'Hourly',
  share: 8,
  remote: false,
  ladder: [
    { title: 'Pharmacy Technician', level: 'Entry', years: 0, pay: [18, 24] },
    { title: 'Senior Pharmacy Technician', level: 'Senior', years: 4, pay: [23, 29] },
    { title: 'Staff Pharmacist', level: 'Lead', years: 7, pay: [58, 72] },
  ],
  employers: ['Corner Mortar Pharmacy', 'Greenleaf Drugs', 'Lakeside Care Center', 'Beacon Infusion Services'],
  degrees: ['Certificate', "Bachelor's", 'Doctorate'],
  majors: ['Pharmacy', 'Health Sciences'],
  skills: [
    'Medication Reconciliation',
    'Sterile Compounding',
    'Drug Interaction Review',
    'Inventory Control',
    'Electronic Health Records',
  ],
  overview: [
    'You will fill prescriptions for the hospital and for patients going home, next to the pharmacists who check them.',
  ],
  duties: [
    'Prepare unit doses and compounds',
    'Keep the automated cabinets stocked',
    'Answer calls from the units',
    'Count controlled substances with a colleague',
  ],
  asks: ['State registration', 'Certified within a year of starting', 'Care with numbers'],
}
