/** One rung of a career: what it is called, what it pays, how many years it takes to reach. */
export type Rung = { title: string; level: string; years: number; pay: readonly [number, number] }

/** A line of work: who does it, where they come from, and how its jobs are described. */
export type Family = {
  name: string
  /** Node values of `lists.department` and `lists.position`. */
  department: string
  category: string
  period: 'Yearly' | 'Hourly'
  /** How many of a hundred people and jobs are of this family. */
  share: number
  /** Whether some of its jobs are done from home. */
  remote: boolean
  ladder: readonly Rung[]
  employers: readonly string[]
  degrees: readonly string[]
  majors: readonly string[]
  /** Node values of `lists.skills`. */
  skills: readonly string[]
  overview: readonly string[]
  duties: readonly string[]
  asks: readonly string[]
}

export const families: readonly Family[] = [
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
]
