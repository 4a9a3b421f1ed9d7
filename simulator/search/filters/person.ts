import {
  addressColumns,
  type Column,
  dayColumn,
  type Filter,
  inList,
  integerColumn,
  plainColumn,
  textColumn,
} from './filter.ts'

/** When one watched field of a person last changed. */
function lastUpdated(name: string, field: string): Filter {
  const column: Column = {
    name,
    type: 'integer',
    from: (data) => (data.lastupdated as Record<string, number> | undefined)?.[field] ?? null,
  }
  return { name, field, kind: 'date', column }
}

const days = ['startdate', 'hiredate', 'enddate'].map((name) => dayColumn(name))

/** Standard search filters of a person: SRCH. */
export const personFilters: readonly Filter[] = [
  { name: 'id', kind: 'number', column: 'id' },
  { name: 'idCSV', kind: 'idcsv', column: 'id' },
  { name: 'firstname', kind: 'text', column: textColumn('firstname') },
  { name: 'middlename', kind: 'text', column: textColumn('middlename') },
  { name: 'lastname', kind: 'text', column: textColumn('lastname') },
  { name: 'email', kind: 'text', column: textColumn('email', 'email', { indexed: true }) },
  { name: 'emailaddress', field: 'email', kind: 'text', column: textColumn('email', 'email', { indexed: true }) },
  { name: 'externalid', kind: 'text', column: textColumn('externalid', 'externalid', { indexed: true }) },
  { name: 'folder', kind: 'multiselect', column: plainColumn('folder'), resolve: inList('lists.person.folders') },
  {
    name: 'logingroupid',
    field: 'logingroup',
    kind: 'multiselect',
    column: plainColumn('logingroup'),
    resolve: inList('lists.client_group'),
  },
  { name: 'addresszip', field: 'addresses.addresszip', kind: 'text', column: addressColumns.zip },
  {
    name: 'addresscountry',
    field: 'addresses.addresscountry',
    kind: 'text',
    column: addressColumns.country,
    labels: 'lists.country',
  },
  { name: 'addresscity', field: 'addresses.addresscity', kind: 'text', column: addressColumns.city },
  {
    name: 'addressstate',
    field: 'addresses.addressstate',
    kind: 'listnode',
    column: addressColumns.state,
    resolve: inList('lists.country'),
  },
  { name: 'createddate', kind: 'date', column: integerColumn('createddate', 'createddate', { indexed: true }) },
  { name: 'updateddate', kind: 'date', column: integerColumn('updateddate', 'updateddate', { indexed: true }) },
  // The page lists these three under its employeeinfo heading; clients write the prefix too (D27).
  ...days.map((column): Filter => ({ name: column.name, kind: 'date', column })),
  ...days.map((column): Filter => ({ name: `employeeinfo.${column.name}`, field: column.name, kind: 'date', column })),
  lastUpdated('firstnamelastupdated', 'firstname'),
  lastUpdated('lastnamelastupdated', 'lastname'),
  lastUpdated('emaillastupdated', 'email'),
  lastUpdated('jobtitlelastupdated', 'jobtitle'),
  lastUpdated('folderlastupdated', 'folder'),
  lastUpdated('addresslastupdated', 'addresses'),
  { name: 'isfullaccessuser', kind: 'select', column: textColumn('isfullaccessuser') },
  { name: 'login.lastaccess', field: 'lastaccess', kind: 'date', column: integerColumn('lastaccess') },
]
