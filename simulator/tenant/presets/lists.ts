import type { ListDefinitions, ListNode } from '../lists.ts'
import { countries } from './places.ts'

/** Names in order, numbered under a prefix: `made('C90', ['A', 'B'])` gives C90001 and C90002. */
function made(prefix: string, names: readonly string[]): ListNode[] {
  return names.map((value, i) => ({ id: `${prefix}${String(i + 1).padStart(3, '0')}`, value }))
}

/**
 * Lists of a mid-size US health group. Ids seen in real clients stand as they were (D31001, D32007, D32011 to D32018,
 * D33001, D83001, D83004, D84002, D37002019001 to 004: C1, C3, C4, C6, C12); other D ids are inferred, C ids are made up
 * as a customer's own are.
 */
export const lists: ListDefinitions = {
  'lists.country': countries,
  'lists.person.folders': [
    { id: 'D32007', value: 'Cand: Active' },
    { id: 'D32008', value: 'Cand: Inactive' },
    { id: 'D32009', value: 'Cand: Do Not Hire' },
    { id: 'D32011', value: 'HM: Active' },
    { id: 'D32012', value: 'HM: Inactive' },
    { id: 'D32013', value: 'Emp: Current Employee' },
    { id: 'D32017', value: 'Emp: Contractor/Temp' },
    { id: 'D32018', value: 'Emp: Former Employee' },
    { id: 'C16818', value: 'Emp: New Hire' },
    { id: 'D32020', value: 'Purge' },
  ],
  'lists.job.folders': [
    { id: 'D31001', value: 'Approved' },
    { id: 'D31002', value: 'Pending Approval' },
    { id: 'D31003', value: 'On Hold' },
    { id: 'D31004', value: 'Closed (Filled)' },
    { id: 'D31005', value: 'Closed (Cancelled)' },
    { id: 'D31006', value: 'Draft' },
  ],
  'lists.company.folders': [
    { id: 'D33001', value: 'Active Location' },
    { id: 'D33002', value: 'Inactive Location' },
  ],
  'lists.phone_type': [
    { id: 'D83001', value: 'Work' },
    { id: 'D83002', value: 'Home' },
    { id: 'D83003', value: 'Fax' },
    { id: 'D83004', value: 'Mobile' },
  ],
  'lists.address_type': [
    { id: 'D84001', value: 'Work' },
    { id: 'D84002', value: 'Home' },
    { id: 'D84003', value: 'Other' },
  ],
  'lists.client_group': [
    { id: 'C1001', value: 'User Admin' },
    { id: 'C1002', value: 'Recruiter' },
    { id: 'C1003', value: 'Onboarding' },
    { id: 'C1004', value: 'Hiring Manager' },
    { id: 'C1005', value: 'Agency' },
    { id: 'C1006', value: 'Integration User' },
  ],
  'lists.assessment_status': [
    { id: 'D37002019001', value: 'Complete' },
    { id: 'D37002019002', value: 'Incomplete' },
    { id: 'D37002019003', value: 'In-Progress' },
    { id: 'D37002019004', value: 'Sent' },
  ],
  'lists.assessment_name': made('C31', ['Situational Judgement', 'Numerical Reasoning', 'Clinical Skills Check']),
  'lists.job.assessment_type': made('C32', ['Situational Judgement', 'Numerical Reasoning', 'Clinical Skills Check']),
  'lists.job.position_type': made('D34', ['Full-Time', 'Part-Time', 'Per Diem', 'Temporary', 'Internship']),
  'lists.job.hire_type': made('D35', ['Regular', 'Contract', 'Seasonal', 'Intern']),
  'lists.job.job_type': made('D36', ['Exempt', 'Non-Exempt']),
  'lists.job.priority': made('D38', ['Low', 'Normal', 'High', 'Critical']),
  'lists.position_level': made('C41', ['Entry', 'Associate', 'Senior', 'Lead', 'Manager', 'Director']),
  'lists.eeo_category.job': made('D39', ['Officials and Managers', 'Professionals', 'Technicians', 'Administrative Support', 'Service Workers', 'Operatives']),
  'lists.position': made('C42', ['Nursing', 'Clinical Support', 'Pharmacy', 'Information Technology', 'Finance', 'Human Resources', 'Customer Service', 'Facilities', 'Supply Chain', 'Marketing']),
  'lists.department': made('C43', ['Patient Care', 'Diagnostics', 'Pharmacy Services', 'Digital and IT', 'Finance', 'People and Culture', 'Patient Access', 'Facilities', 'Supply Chain', 'Marketing and Communications']),
  'lists.degree': made('C44', ['High School', 'Certificate', "Associate's", "Bachelor's", "Master's", 'Doctorate']),
  'lists.major': made('C45', ['Nursing', 'Health Sciences', 'Radiologic Technology', 'Pharmacy', 'Computer Science', 'Information Systems', 'Accounting', 'Finance', 'Business Administration', 'Psychology', 'Communications', 'Supply Chain Management', 'Building Trades', 'General Studies']),
  'lists.school': made('C46', ['Lakewood Community College', 'State University of the Plains', 'Briar Hill University', 'Saint Odile College', 'Northgate Technical Institute', 'University of the Three Rivers', 'Copper Valley State College', 'Eastmere University', 'Prairie View High School', 'Old Harbor High School', 'Westbrook Institute of Technology', 'Kettle Moraine College']),
}
