import { type Fact, fact } from '../fact.ts'
import { bodies, changed, creation, type MadeType, made, now, pathIn } from './made.ts'

const types: readonly MadeType[] = ['people', 'jobs', 'companies']
const writes = { needs: 'write' } as const
const capture = ['client', 'C1'] as const
/** How profiles are made and changed: D5, D24, D25, C1, C7. */
export const writeProfileFacts: readonly Fact[] = [
  ...types.flatMap((type): Fact[] => [
    fact(
      `write.${type}.create`,
      ['doc', 'D25'],
      `POST of ${type} is answered 201`,
      async (site, see) => {
        see.equal((await creation(site, type)).status, 201, 'the status')
      },
      writes,
    ),
    fact(
      `write.${type}.location`,
      ['client', 'C1, C7'],
      `Location is the whole address of the new one of ${type}`,
      async (site, see) => {
        see.fits(pathIn(site, await creation(site, type)), new RegExp(`^/${type}/\\d+$`), 'the path')
      },
      writes,
    ),
    fact(
      `write.${type}.create-empty`,
      capture,
      `The answer to a POST of ${type} has an empty body`,
      async (site, see) => {
        see.equal((await creation(site, type)).text, '', 'the body')
      },
      writes,
    ),
    fact(
      `write.${type}.create-type`,
      capture,
      `The empty body of a POST of ${type} is application/octet-stream`,
      async (site, see) => {
        see.equal((await creation(site, type)).headers.get('content-type'), 'application/octet-stream', 'Content-Type')
      },
      writes,
    ),
    fact(
      `write.${type}.read`,
      ['doc', 'D25'],
      `What was sent of ${type} is what is read`,
      async (site, see) => {
        const body = await now(site, await made(site, type), Object.keys(bodies[type]).join(','))
        for (const [name, value] of Object.entries(bodies[type])) if (name in body) see.equal(body[name], value, name)
      },
      writes,
    ),
    fact(
      `write.${type}.update`,
      capture,
      `PATCH of ${type} is answered 204`,
      async (site, see) => {
        see.equal((await changed(site, await made(site, type), bodies[type])).status, 204, 'the status')
      },
      writes,
    ),
    fact(
      `write.${type}.update-location`,
      capture,
      `The answer to a PATCH of ${type} has its Location`,
      async (site, see) => {
        const path = await made(site, type)
        see.equal(pathIn(site, await changed(site, path, bodies[type])), path, 'Location')
      },
      writes,
    ),
    fact(
      `write.${type}.update-empty`,
      capture,
      `The answer to a PATCH of ${type} has no body and no Content-Type`,
      async (site, see) => {
        const { text, headers } = await changed(site, await made(site, type), bodies[type])
        see.equal([text, headers.get('content-type')], ['', null], 'body and Content-Type')
      },
      writes,
    ),
    fact(
      `write.${type}.no-delete`,
      ['infer', 'C1, D25'],
      `${type} are not deleted: 405`,
      async (site, see) => {
        const { status } = await site.ask({ method: 'DELETE', path: await made(site, type) })
        see.equal(status, 405, 'the status')
      },
      writes,
    ),
  ]),
]
