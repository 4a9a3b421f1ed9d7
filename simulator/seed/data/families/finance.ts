import type { Family } from '../family.ts'

export const finance: Family = {
  name: 'finance',
  department: 'Finance',
  category: 'Finance',
  period: 'Yearly',
  share: 8,
  remote: true,
  ladder: [
    { title: 'Accounts Payable Clerk', level: 'Entry', years: 0, pay: [40_000, 49_000] },
    { title: 'Staff Accountant', level: 'Associate', years: 2, pay: [55_000, 68_000] },
    { title: 'Senior Financial Analyst', level: 'Senior', years: 6, pay: [78_000, 98_000] },
    { title: 'Accounting Manager', level: 'Manager', years: 10, pay: [98_000, 122_000] },
  ],
  employers: [
    'Briar & Holt CPAs',
    'Great Lakes Credit Union',
    'Holloway Manufacturing',
    'Old Harbor Savings',
    'County of Dane',
  ],
  degrees: ["Associate's", "Bachelor's", "Master's"],
  majors: ['Accounting', 'Finance', 'Business Administration'],
  skills: ['Payroll', 'Financial Reporting', 'Budgeting', 'SQL', 'Spreadsheet Modeling', 'Accounts Payable'],
  overview: ['You will close the books of four clinics each month and explain what moved.'],
  duties: [
    'Reconcile accounts by the fifth working day',
    'Prepare schedules for the auditors',
    'Answer questions from department heads',
    'Find and fix what does not balance',
  ],
  asks: ['Good knowledge of spreadsheets', 'Degree in accounting or finance, or the years instead', 'Discretion'],
}
