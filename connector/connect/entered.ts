import type { IcimsAuth } from '../icims/credentials.ts'
import type { Region } from './regions.ts'

/** What a customer has entered, as it is tried out and kept until the activation. */
export type Entered = { customerId: string; region: Region; auth: IcimsAuth }

/** What is shown again beside a mistake: never a secret. */
export type Shown = { customerId: string; region: string; method: string; username: string; clientId: string }

/** Reads the form. @returns what was entered, or what is wrong with it, field by field. */
export function readEntered(
  form: Readonly<Record<string, string>>,
  regions: readonly Region[],
): { entered: Entered } | { shown: Shown; mistakes: Record<string, string> } {
  const text = (name: string): string => (form[name] ?? '').trim()
  const [customerId, method] = [text('customer_id'), text('method')]
  const region = regions.find(({ id }) => id === text('region'))
  const mistakes: Record<string, string> = {}
  if (!/^[1-9]\d{0,11}$/.test(customerId)) mistakes.customer_id = 'Enter the customer id: a number, such as 1234.'
  if (region === undefined) mistakes.region = 'Choose a region.'
  // Blanks may be part of a secret.
  const secret = (name: string): string => form[name] ?? ''
  const needed = (name: string, what: string, value: string): void => {
    if (value === '') mistakes[name] = `Enter the ${what}.`
    else if (value.length > 1_024 || /[\0\r\n]/.test(value)) mistakes[name] = `That cannot be a ${what}.`
  }
  let auth: IcimsAuth | undefined
  if (method === 'basic' || method === 'hmac') {
    const [username, name] = [text('username'), method === 'basic' ? 'password' : 'hmac_key']
    needed('username', 'API username', username)
    if (username.includes(':')) mistakes.username = 'An API username has no colon.'
    needed(name, method === 'basic' ? 'API password' : 'HMAC key', secret(name))
    auth =
      method === 'basic'
        ? { type: 'basic', username, password: secret(name) }
        : { type: 'hmac', username, key: secret(name) }
  } else if (method === 'oauth') {
    const [clientId, clientSecret] = [text('client_id'), secret('client_secret')]
    needed('client_id', 'client id', clientId)
    needed('client_secret', 'client secret', clientSecret)
    auth = { type: 'oauth', tokenUrl: region?.tokenUrl ?? '', clientId, clientSecret }
  } else mistakes.method = 'Choose how the API user signs in.'
  if (Object.keys(mistakes).length === 0) return { entered: { customerId, region: region!, auth: auth! } }
  const shown = { customerId, region: text('region'), method, username: text('username'), clientId: text('client_id') }
  return { shown, mistakes }
}
