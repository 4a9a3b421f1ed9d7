import { addressColumns, type Filter, inList, integerColumn, textColumn } from './filter.ts'

/** Standard search filters of a company: SRCH. */
export const companyFilters: readonly Filter[] = [
  { name: 'id', kind: 'number', column: 'id' },
  { name: 'idCSV', kind: 'idcsv', column: 'id' },
  { name: 'name', kind: 'text', column: textColumn('name') },
  { name: 'addresscity', field: 'addresses.addresscity', kind: 'text', column: addressColumns.city },
  { name: 'addresszip', field: 'addresses.addresszip', kind: 'text', column: addressColumns.zip },
  {
    name: 'addresscountry',
    field: 'addresses.addresscountry',
    kind: 'multiselect',
    column: addressColumns.country,
    resolve: inList('lists.country'),
  },
  {
    name: 'addressstate',
    field: 'addresses.addressstate',
    kind: 'listnode',
    column: addressColumns.state,
    resolve: inList('lists.country'),
  },
  { name: 'zipradius', field: 'addresses.addresszip', kind: 'zipradius', column: addressColumns.zip },
  { name: 'createddate', kind: 'date', column: integerColumn('createddate') },
  { name: 'updateddate', kind: 'date', column: integerColumn('updateddate', 'updateddate', { indexed: true }) },
]

/** The location of a job, searched through the company whose address it is: SRCH. */
export const jobLocationFilters: readonly Filter[] = [
  { name: 'companyid', kind: 'number', column: 'id' },
  { name: 'addresscity', field: 'addresses.addresscity', kind: 'text', column: addressColumns.city },
  {
    name: 'addressstate',
    field: 'addresses.addressstate',
    kind: 'listnode',
    column: addressColumns.state,
    resolve: inList('lists.country'),
  },
  {
    name: 'addressstatetext',
    field: 'addresses.addressstate',
    kind: 'text',
    column: addressColumns.state,
    labels: 'lists.country',
  },
  {
    name: 'addresscountry',
    field: 'addresses.addresscountry',
    kind: 'multiselect',
    column: addressColumns.country,
    resolve: inList('lists.country'),
  },
  {
    name: 'addresscountrytext',
    field: 'addresses.addresscountry',
    kind: 'text',
    column: addressColumns.country,
    labels: 'lists.country',
  },
  { name: 'addresszip', field: 'addresses.addresszip', kind: 'text', column: addressColumns.zip },
  { name: 'zipradius', field: 'addresses.addresszip', kind: 'zipradius', column: addressColumns.zip },
]
