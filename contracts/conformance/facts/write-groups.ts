import { type Fact, fact } from '../fact.ts'
import type { Answer, Json, Site } from '../site.ts'
import { short } from '../witness.ts'
import { allowed, another, change, changed, made, mark, now, pathIn } from './made.ts'

const page = ['doc', 'D7'] as const
const writes = { needs: 'write' } as const
const school = `School of ${mark}`
const phone = { phonetype: { value: 'Mobile' }, phonenumber: '608-555-0101' }

/** Groups of a collection have addresses of their own: D7, C6, D9. */
export const writeGroupFacts: readonly Fact[] = [
  fact(
    'groups.create',
    page,
    'POST of a group is answered 201',
    async (site, see) => {
      see.equal((await creation(site)).status, 201, 'the status')
    },
    writes,
  ),
  fact(
    'groups.location',
    page,
    'Location is the address of the new group',
    async (site, see) => {
      const path = await made(site, 'people')
      see.fits(pathIn(site, await creation(site)), new RegExp(`^${path}/fields/phones/\\d+$`), 'the path')
    },
    writes,
  ),
  fact(
    'groups.read',
    page,
    'GET of a group answers the group itself',
    async (site, see) => {
      const group = await now(site, pathIn(site, await creation(site)))
      see.equal(group.phonenumber, phone.phonenumber, 'phonenumber')
      see.equal(group.phonetype?.value, 'Mobile', 'phonetype.value')
    },
    writes,
  ),
  fact(
    'groups.in-profile',
    page,
    'A new group stands in its profile under its entry',
    async (site, see) => {
      const path = pathIn(site, await creation(site))
      const { phones } = await now(site, await made(site, 'people'), 'phones')
      see.that(
        phones?.some(({ entry }: Json) => path.endsWith(`/${entry}`)),
        `phones are ${short(phones)}`,
      )
    },
    writes,
  ),
  fact(
    'groups.update',
    ['infer', 'D7, D8'],
    'PATCH of a group is answered 204',
    async (site, see) => {
      see.equal((await changed(site, await own(site), { phonenumber: '608-555-0102' })).status, 204, 'the status')
    },
    writes,
  ),
  fact(
    'groups.partial',
    page,
    'PATCH of a group changes what it names',
    async (site, see) => {
      const path = await own(site)
      await changed(site, path, { phonenumber: '608-555-0103' })
      const group = await now(site, path)
      see.equal([group.phonenumber, group.phonetype?.value], ['608-555-0103', 'Mobile'], 'number and type')
    },
    writes,
  ),
  fact(
    'groups.delete',
    page,
    'DELETE of a group takes it away',
    async (site, see) => {
      const path = await own(site)
      const { status } = allowed(await site.ask({ method: 'DELETE', path }), 'delete groups')
      see.that(status < 300, `it is answered ${status}`)
      see.equal((await site.ask({ method: 'GET', path })).status, 404, 'the status of a GET afterwards')
    },
    writes,
  ),
  fact(
    'groups.delete-status',
    ['infer', 'D7, D8'],
    'DELETE of a group is answered 204',
    async (site, see) => {
      see.equal(
        allowed(await site.ask({ method: 'DELETE', path: await own(site) }), 'delete groups').status,
        204,
        'the status',
      )
    },
    writes,
  ),
  fact(
    'groups.repeated',
    page,
    'A group that repeats another reports success and changes nothing',
    async (site, see) => {
      const person = await another(site, 'people')
      const post = () => site.ask({ method: 'POST', path: `${person}/fields/phones`, body: phone })
      allowed(await post(), 'add groups')
      const { status } = await post()
      see.that(status < 300, `it is answered ${status}`)
      see.equal((await now(site, person, 'phones')).phones.length, 1, 'how many phones there are')
    },
    writes,
  ),
  fact(
    'groups.append',
    ['client', 'C6'],
    'A PATCH of the profile with a collection adds groups',
    async (site, see) => {
      const person = await another(site, 'people', { phones: [phone] })
      await changed(site, person, { phones: [{ ...phone, phonenumber: '608-555-0104' }] })
      const numbers = (await now(site, person, 'phones')).phones.map(({ phonenumber }: Json) => phonenumber)
      see.equal(numbers, ['608-555-0101', '608-555-0104'], 'the numbers')
    },
    writes,
  ),
  fact(
    'groups.by-entry',
    ['infer', 'C6, D7'],
    'A PATCH of the profile changes the group whose entry it names',
    async (site, see) => {
      const person = await another(site, 'people', { phones: [phone] })
      const [{ entry }] = (await now(site, person, 'phones')).phones
      await changed(site, person, { phones: [{ entry, phonenumber: '608-555-0105' }] })
      const { phones } = await now(site, person, 'phones')
      see.equal(
        phones.map((one: Json) => [one.entry, one.phonenumber]),
        [[entry, '608-555-0105']],
        'the phones',
      )
    },
    writes,
  ),
  fact(
    'groups.school',
    ['doc', 'D16'],
    'A school that is not in its list is taken, and shown',
    async (site, see) => {
      const person = await another(site, 'people')
      await changed(site, person, { education: [{ school: { value: school } }] })
      site.wrote(`${school}, an item of the list of schools`)
      const { education } = await now(site, person, 'education')
      see.equal(education?.[0]?.school?.value, school, 'school.value')
    },
    // It is added to the list, for everybody.
    { needs: 'admin' },
  ),
  fact(
    'groups.field',
    ['infer', 'D7'],
    'One field is read at an address of its own, under its name',
    async (site, see) => {
      const person = await another(site, 'people', { phones: [phone] })
      const { body } = await site.ask({ method: 'GET', path: `${person}/fields/phones` })
      see.equal(body.phones, (await now(site, person, 'phones')).phones, 'phones')
    },
    writes,
  ),
  fact(
    'groups.missing',
    ['infer', 'D7, D13'],
    'A group that is not there is answered 404',
    async (site, see) => {
      const path = `${await made(site, 'people')}/fields/phones/999999999`
      see.equal((await change(site, path, { phonenumber: '608-555-0106' })).status, 404, 'the status')
    },
    writes,
  ),
]

/** The answer to the first group made. */
function creation(site: Site): Promise<Answer> {
  return site.once('creation of a group', async () => {
    const path = `${await made(site, 'people')}/fields/phones`
    return allowed(await site.ask({ method: 'POST', path, body: phone }), 'add groups')
  })
}

/** A group of a person of its own, to be changed. */
async function own(site: Site): Promise<string> {
  const path = `${await another(site, 'people')}/fields/phones`
  return pathIn(site, allowed(await site.ask({ method: 'POST', path, body: phone }), 'add groups'))
}
