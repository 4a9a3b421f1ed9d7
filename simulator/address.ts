/** A request's address in its parts. `URL` gives the same, at some times the cost: this is on the way of every request. */
export type Address = {
  /** `https://api.icims.com` */
  origin: string
  /** As sent, percent signs and all. */
  path: string
  /** With its question mark; empty without one. */
  search: string
}

/** @param url absolute and normalised, as `Request.url` is. */
export function readAddress(url: string): Address {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const question = url.indexOf('?', start)
  const end = question < 0 ? url.length : question
  return { origin: url.slice(0, start), path: url.slice(start, end), search: url.slice(end) }
}
