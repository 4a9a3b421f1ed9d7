import type { ListNode } from '../lists.ts'

/**
 * States and territories of the US in alphabetical order. With these four beside the fifty, the evidenced ids come out
 * right: Illinois 016, Maryland 023, Massachusetts 024, Texas 046, Wisconsin 053 (C1, C12).
 */
const states = `AL Alabama,AK Alaska,AS American Samoa,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,
DC District of Columbia,FL Florida,GA Georgia,GU Guam,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,
LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,
NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,
PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VI Virgin Islands,
VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming`

const others = 'CA Canada,GB United Kingdom,DE Germany,FR France,MX Mexico,IN India,IE Ireland,NL Netherlands'

/** `lists.country`: countries with their states as children. Only D41001 is evidenced among the countries. */
export const countries: readonly ListNode[] = [
  { id: 'D41001', value: 'United States', abbrev: 'US', children: nodes('D41001', states) },
  ...nodes('D41', others, 2),
]

function nodes(parent: string, text: string, first = 1): ListNode[] {
  return text.split(',').map((line, i) => {
    const [abbrev, ...words] = line.trim().split(' ')
    return { id: `${parent}${String(first + i).padStart(3, '0')}`, value: words.join(' '), abbrev: abbrev! }
  })
}
