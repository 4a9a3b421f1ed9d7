import type { FormDefinition } from '../forms.ts'

const yesNo = ['Yes', 'No']

/**
 * iForms of the health group, made up: questions to an applicant, consent to a background check, an I-9-like acknowledgement
 * of a new hire, and one that was disabled. The first choice of a list is the usual one.
 */
export const forms: readonly FormDefinition[] = [
  {
    id: 17,
    name: 'Application_Questions',
    displayName: 'Application Questions',
    type: 'Recruiting Workflow',
    standardizedLevel: 'CUSTOM',
    isPublicAnswers: true,
    questions: [
      {
        id: 'workauthorization',
        label: 'Are you authorized to work in this country?',
        type: 'radiogroup',
        options: yesNo,
        required: true,
        searchable: true,
        section: 'Eligibility',
      },
      {
        id: 'sponsorship',
        label: 'Will you need sponsorship for a visa, now or later?',
        type: 'radiogroup',
        options: ['No', 'Yes'],
        required: true,
        searchable: true,
        section: 'Eligibility',
      },
      {
        id: 'shifts',
        label: 'Which shifts could you work?',
        type: 'multiselect',
        options: ['Days', 'Evenings', 'Nights', 'Weekends'],
        searchable: true,
        section: 'Availability',
      },
      { id: 'startdate', label: 'When could you start?', type: 'dateonly', section: 'Availability' },
      { id: 'desiredpay', label: 'What pay are you looking for?', type: 'salary' },
      { id: 'yearsofexperience', label: 'How many years have you done this work?', type: 'number', searchable: true },
      { id: 'motivation', label: 'What draws you to this job?', type: 'textarea' },
    ],
  },
  {
    id: 21,
    name: 'Background_Check_Consent',
    displayName: 'Background Check Consent',
    type: 'Person',
    standardizedLevel: 'STANDARD_EDITED',
    isPublicAnswers: false,
    questions: [
      {
        id: 'legalfirstname',
        label: 'Legal first name',
        type: 'text',
        required: true,
        section: 'Your name',
        prefill: { kind: 'sync', field: 'firstname' },
      },
      {
        id: 'legallastname',
        label: 'Legal last name',
        type: 'text',
        required: true,
        section: 'Your name',
        prefill: { kind: 'sync', field: 'lastname' },
      },
      { id: 'othernames', label: 'Other names you have used', type: 'text', section: 'Your name' },
      {
        id: 'reportcopy',
        label: 'I would like a copy of the report',
        type: 'checkbox',
        section: 'Consent',
      },
      { id: 'consent', label: 'I agree to a background check', type: 'checkbox', required: true, section: 'Consent' },
    ],
  },
  {
    id: 25,
    name: 'I9_Acknowledgement',
    displayName: 'Employment Eligibility Acknowledgement',
    type: 'Onboarding Workflow',
    standardizedLevel: 'ACKNOWLEDGEMENT',
    isPublicAnswers: false,
    questions: [
      {
        id: 'citizenshipstatus',
        label: 'I am',
        type: 'dropdown',
        options: ['A citizen', 'A lawful permanent resident', 'Authorized to work until a date'],
        required: true,
        section: 'Section 1',
      },
      { id: 'authorizeduntil', label: 'Authorized to work until', type: 'dateonly', section: 'Section 1' },
      {
        id: 'documentsreviewed',
        label: 'My documents were reviewed on',
        type: 'datetime',
        section: 'Section 2',
      },
      {
        id: 'acknowledged',
        label: 'What I stated is true, and I know that false statements are an offence',
        type: 'checkbox',
        required: true,
        section: 'Section 2',
      },
    ],
  },
  {
    id: 9,
    name: 'Emergency_Contact_2019',
    displayName: 'Emergency Contact (2019)',
    type: 'Person',
    standardizedLevel: 'CUSTOM',
    isPublicAnswers: false,
    disabled: true,
    questions: [{ id: 'contactname', label: 'Whom shall we call?', type: 'text', required: true }],
  },
]
