import type { Family } from '../family.ts'

export const supplyChain: Family = {
  name: 'supply chain',
  department: 'Supply Chain',
  category: 'Supply Chain',
  period: 'Hourly',
  share: 6,
  remote: false,
  ladder: [
    { title: 'Supply Technician', level: 'Entry', years: 0, pay: [16, 20] },
    { title: 'Inventory Specialist', level: 'Associate', years: 3, pay: [20, 26] },
    { title: 'Buyer', level: 'Senior', years: 5, pay: [26, 34] },
  ],
  employers: ['Great Plains Freight', 'Holloway Manufacturing', 'Bright Barn Grocers', 'Crossroads Warehousing'],
  degrees: ['High School', "Bachelor's"],
  majors: ['Supply Chain Management', 'General Studies'],
  skills: ['Inventory Control', 'Purchasing', 'Forklift Operation', 'Barcode Systems', 'Vendor Relations'],
  overview: ['You will see to it that gloves, tubing and trays are on the shelf before anybody asks.'],
  duties: [
    'Receive and put away deliveries',
    'Count stock and order what runs low',
    'Follow up on what did not come',
    'Rotate what expires',
  ],
  asks: ['A year in a warehouse or store', 'Comfort with scanners and spreadsheets', 'On your feet most of the day'],
}
