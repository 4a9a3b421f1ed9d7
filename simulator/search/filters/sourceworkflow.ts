import { type Filter, inList, integerColumn, plainColumn, textColumn } from './filter.ts'

const pool = integerColumn('baseprofile', 'baseprofile', { indexed: true })
const person = integerColumn('associatedprofile', 'associatedprofile', { indexed: true })

/** Standard search filters of a sourcing workflow, with the kind at their end as the page writes them: SRCH. */
export const sourceworkflowFilters: readonly Filter[] = [
  { name: 'id', kind: 'number', column: 'id' },
  { name: 'associatedprofile.person', relation: 'person', column: person },
  { name: 'baseprofile.number', field: 'baseprofile', kind: 'number', column: pool },
  { name: 'baseprofile.talentpool', relation: 'talentpool', column: pool },
  { name: 'createddate', kind: 'date', column: integerColumn('createddate') },
  { name: 'updateddate', kind: 'date', column: integerColumn('updateddate', 'updateddate', { indexed: true }) },
  {
    name: 'source.number',
    field: 'source',
    kind: 'multiselect',
    column: plainColumn('source'),
    resolve: inList('lists.sources'),
  },
  {
    name: 'sourceorigin.number',
    field: 'sourceorigin',
    kind: 'multiselect',
    column: plainColumn('sourceorigin'),
    resolve: inList('lists.source_origin'),
  },
  // The page ends it in number, though the field is text in every capture (SRCH, C1).
  { name: 'sourcename.number', field: 'sourcename', kind: 'text', column: textColumn('sourcename') },
  { name: 'sourcename.text', field: 'sourcename', kind: 'text', column: textColumn('sourcename') },
  {
    name: 'sourceperson.person',
    relation: 'person',
    column: integerColumn('sourceperson'),
  },
  {
    name: 'status.number',
    field: 'status',
    kind: 'multiselect',
    column: plainColumn('status'),
    resolve: inList('lists.sourcing_status'),
  },
  { name: 'vendorname.text', field: 'vendorname', kind: 'text', column: textColumn('vendorname') },
]
