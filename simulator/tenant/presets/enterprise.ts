import type { TenantConfig, WorkflowBin, WorkflowStatus } from '../config.ts'
import type { Coordinates } from '../coordinates.ts'
import type { Field } from '../fields/field.ts'
import type { ListNode } from '../lists.ts'
import { defaultTenant } from './default.ts'
import { statusNodes } from './statuses.ts'

/** Bins of the customer's own making. */
const bins: readonly WorkflowBin[] = [
  { id: 'C60001', name: 'Inbox' },
  { id: 'C60002', name: 'Recruiter Screen' },
  { id: 'C60003', name: 'Panel' },
  { id: 'C60004', name: 'Decision' },
  { id: 'C60005', name: 'Onboarding Handover' },
  { id: 'C60006', name: 'Archive' },
]

/** Not one delivered status: nothing about an application's outcome can be told from these ids. */
const statuses: readonly WorkflowStatus[] = [
  { id: 'C61001', bin: 'Inbox', name: 'Received', meaning: 'new' },
  { id: 'C61002', bin: 'Inbox', name: 'Received - Internal', meaning: 'new' },
  { id: 'C61003', bin: 'Inbox', name: 'Received - Agency', meaning: 'new' },
  { id: 'C61010', bin: 'Recruiter Screen', name: 'To Be Reviewed', meaning: 'review' },
  { id: 'C61011', bin: 'Recruiter Screen', name: 'Phone Screen Scheduled', meaning: 'review' },
  { id: 'C61012', bin: 'Recruiter Screen', name: 'Assessment Sent', meaning: 'review' },
  { id: 'C61020', bin: 'Panel', name: 'Hiring Manager Review', meaning: 'interview' },
  { id: 'C61021', bin: 'Panel', name: 'Panel Interview', meaning: 'interview' },
  { id: 'C61022', bin: 'Panel', name: 'Final Interview', meaning: 'interview' },
  { id: 'C61030', bin: 'Decision', name: 'Offer in Approval', meaning: 'offer' },
  { id: 'C61031', bin: 'Decision', name: 'Offer Sent', meaning: 'offer' },
  { id: 'C61040', bin: 'Onboarding Handover', name: 'Accepted - To Onboard', meaning: 'hired' },
  { id: 'C61050', bin: 'Archive', name: 'Declined by Us', meaning: 'rejected' },
  { id: 'C61051', bin: 'Archive', name: 'Below Requirements', meaning: 'rejected' },
  { id: 'C61052', bin: 'Archive', name: 'Role Closed', meaning: 'rejected' },
  { id: 'C61060', bin: 'Archive', name: 'Candidate Declined', meaning: 'withdrew' },
]

/** Lists of the customer's own: each a node of `lists.customfields_lists`, which is what the List API is asked for (D12). */
const ownLists: Readonly<Record<string, readonly string[]>> = {
  C70001: ['Day', 'Evening', 'Night', 'Weekend', 'Rotating'],
  C70002: ['Union A', 'Union B', 'Not Represented'],
  C70003: ['Yes', 'No', 'Not Asked'],
  C70004: ['New Position', 'Replacement', 'Conversion', 'Temporary Cover'],
  C70005: ['Green', 'Amber', 'Red'],
}
const ownListNames: Readonly<Record<string, string>> = {
  C70001: 'Shift',
  C70002: 'Bargaining Unit',
  C70003: 'Answer',
  C70004: 'Reason for Opening',
  C70005: 'Traffic Light',
}

function nodes(list: string, values: readonly string[]): ListNode[] {
  return values.map((value, i) => ({ id: `${list}${String(i + 1).padStart(3, '0')}`, value }))
}

/** Fields of every kind on every kind of profile. Ids count up as a customer's do. */
const customFields: Partial<TenantConfig['customFields']> = {
  person: [
    own(101, 'Preferred Shift', { kind: 'node', list: 'C70001' }),
    own(102, 'Willing to Relocate', { kind: 'option', examples: ['Yes', 'No'] }),
    own(103, 'Years in Health Care', { kind: 'number', examples: [0, 1, 2, 4, 6, 9, 14, 20] }),
    own(104, 'Available From', { kind: 'dateonly' }),
    own(105, 'Desired Pay', { kind: 'salary' }),
    own(106, 'LinkedIn', { kind: 'url', max: 256 }),
    own(107, 'Referred By', { kind: 'profile', target: 'person' }),
    own(108, 'Languages', {
      kind: 'option',
      examples: ['English', 'English, Spanish', 'English, Hmong', 'English, German'],
    }),
    own(109, 'Cover Letter', { kind: 'file' }),
    own(110, 'Background Check Consent', { kind: 'boolean' }),
    {
      ...own(120, 'References', { kind: 'collection' }),
      children: [
        own(121, 'Reference Name', { kind: 'text', max: 128 }),
        own(122, 'Reference Phone', { kind: 'text', max: 32 }),
        own(123, 'Known Since', { kind: 'dateonly' }),
        own(124, 'Rating', { kind: 'number' }),
        own(125, 'Letter', { kind: 'file' }),
      ],
    },
  ],
  job: [
    own(201, 'Reason for Opening', { kind: 'node', list: 'C70004' }),
    own(202, 'Bargaining Unit', { kind: 'node', list: 'C70002' }),
    own(203, 'Hours per Week', { kind: 'decimal', examples: [12, 20, 24, 32, 36, 37.5, 40] }),
    own(204, 'Budgeted', { kind: 'option', examples: ['Yes', 'Yes', 'Yes', 'No'] }),
    own(205, 'Approved On', { kind: 'datetime' }),
    own(206, 'Sign-on Bonus', { kind: 'currency' }),
    own(207, 'Shifts', { kind: 'nodes', list: 'C70001' }),
    own(208, 'Backup Recruiter', { kind: 'profile', target: 'person' }),
    own(209, 'Internal Notes', { kind: 'html' }),
  ],
  company: [
    own(301, 'Beds', { kind: 'number', examples: [0, 24, 80, 140, 310] }),
    own(302, 'Site Contact', { kind: 'email', max: 128 }),
    own(303, 'Readiness', { kind: 'node', list: 'C70005' }),
  ],
  talentpool: [own(401, 'Campaign', { kind: 'text', max: 64, examples: ['Spring Fair', 'Alumni', 'Relocation'] })],
  newhirecategory: [own(451, 'Orientation Day', { kind: 'option', examples: ['Monday', 'First of the Month'] })],
  applicantworkflow: [
    own(501, 'Screen Score', { kind: 'decimal', examples: [2, 2.5, 3, 3.5, 4, 4.5] }),
    own(502, 'Next Step Due', { kind: 'dateonly' }),
    own(503, 'Visa Needed', { kind: 'node', list: 'C70003' }),
    own(504, 'Vendor Reference', { kind: 'text', max: 64 }),
    own(505, 'Vendor Score', { kind: 'number' }),
    own(506, 'Interview Packet', { kind: 'file' }),
  ],
  sourceworkflow: [own(601, 'Interest', { kind: 'option', examples: ['High', 'Medium', 'Low'] })],
  onboardworkflow: [own(701, 'Badge Printed', { kind: 'boolean' })],
}

/** A field of the customer's: the web-service id counts from 10000, the platform's own number is another. */
function own(number: number, label: string, rest: Omit<Field, 'name' | 'label' | 'backendId'>): Field {
  return { name: `field${10_000 + number}`, label, backendId: 4_000 + number, ...rest }
}

/** A large customer that has made everything its own: statuses, lists, dozens of fields, two portals. */
export function enterpriseTenant(coordinates: Coordinates): TenantConfig {
  const tenant = defaultTenant(coordinates)
  const lists = Object.fromEntries(Object.entries(ownLists).map(([id, values]) => [id, nodes(id, values)]))
  return {
    ...tenant,
    name: 'Meridian Care Network',
    platform: 'meridian',
    lists: {
      ...tenant.lists,
      'lists.status': statusNodes(statuses),
      'lists.customfields_lists': Object.entries(ownListNames).map(([id, value]) => ({ id, value })),
      ...lists,
    },
    customFields,
    required: { job: ['department'] },
    bins,
    statuses,
    portals: [
      { id: 1, name: 'careers-meridian' },
      { id: 2, name: 'internal-meridian' },
    ],
  }
}
