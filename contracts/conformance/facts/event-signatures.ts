import { createHmac, hash } from 'node:crypto'
import type { Delivery } from '../deliveries.ts'
import type { Fact } from '../fact.ts'
import { hmacScheme } from '../sign-in.ts'
import type { Site } from '../site.ts'
import { needed, short, type Witness } from '../witness.ts'
import { eachEvent, eventFact } from './events.ts'

const signedHeaders = 'content-type;host;x-icims-content-sha256;x-icims-date'
const form = new RegExp(`^${hmacScheme} user=[^,;\\s]+,signedheaders=${signedHeaders},signature=[0-9a-f]{64}$`)

/** How an event says who sends it: EVB, D2, D3, C5. */
export const eventSignatureFacts: readonly Fact[] = [
  eventFact('sign-in', ['doc', 'EVB, D2, D3'], 'An event signs in by Basic, signature or token', async (site, see) => {
    eachEvent(
      site,
      see,
      ({ headers }) => {
        // What follows the scheme may be a password.
        const [scheme] = headers.authorization!.split(' ')
        see.that(['Basic', 'Bearer', hmacScheme].includes(scheme!), 'Authorization names another scheme')
      },
      ({ headers }) => headers.authorization !== undefined,
      'no recorded event signs in',
    )
  }),
  eventFact(
    'signature.form',
    ['client', 'D3'],
    'A signature is user, signedheaders and signature with commas and no blanks',
    async (site, see) => {
      eachSigned(site, see, ({ headers }) => {
        const written = headers.authorization!
        const without = written.replace(/signature=.*/s, 'signature=...')
        see.that(form.test(written), `Authorization is ${short(without)}`)
      })
    },
  ),
  eventFact('signature.date', ['client', 'D3'], 'Its date ends in +0000, without a colon', async (site, see) => {
    eachSigned(site, see, ({ headers }) =>
      see.fits(headers['x-icims-date'], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/, 'x-icims-date'),
    )
  }),
  eventFact('signature.hash', ['client', 'D3'], 'It covers the body by its SHA-256', async (site, see) => {
    eachSigned(site, see, ({ headers, json }) =>
      see.equal(headers['x-icims-content-sha256'], hash('sha256', json), 'x-icims-content-sha256'),
    )
  }),
  eventFact('signature.right', ['doc', 'D2, D3, C5'], 'It is the one that the recipe gives', async (site, see) => {
    const key = needed(site.options.eventsKey, 'the key is not given: ICIMS_EVENTS_HMAC_KEY')
    eachSigned(site, see, (event) => {
      const [, signature] = /signature=([0-9a-f]+)/.exec(event.headers.authorization!) ?? []
      see.that(signature === signatureOf(event, key), `it is ${short(signature)}, the recipe gives another one`)
    })
  }),
]

function eachSigned(site: Site, see: Witness, look: (event: Delivery) => void): void {
  eachEvent(
    site,
    see,
    look,
    ({ headers }) => headers.authorization?.startsWith(hmacScheme) === true,
    'no recorded event is signed',
  )
}

/** The recipe of signed API calls with the roles swapped (C5, D3). */
function signatureOf({ url, headers }: Delivery, key: string): string {
  const { pathname, search } = new URL(url)
  const [, names = ''] = /signedheaders=([^,\s]*)/.exec(headers.authorization ?? '') ?? []
  const lines = names
    .split(';')
    .sort()
    .map((name) => `${name}:${headers[name] ?? ''}`)
  const canonical = ['POST', pathname, search.slice(1), ...lines, '', names].join('\n')
  const text = [hmacScheme, headers['x-icims-date'], hash('sha256', canonical)].join('\n')
  return createHmac('sha256', key).update(text).digest('hex')
}
