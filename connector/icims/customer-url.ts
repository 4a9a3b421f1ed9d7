/** A path that would lead out of the customer's own part of the API, or that cannot be read. */
export class PathError extends Error {
  override readonly name = 'PathError'
}

/**
 * The address of a path under `/customers/{customerId}`, written by somebody who must not get out of there. What a server
 * might read in another way than we do is refused rather than mended: dot segments, slashes and backslashes however often
 * they are encoded, path parameters that hide dots (`..;`), empty segments, control characters.
 *
 * @param path `/people/1`, with a query or without.
 * @param params added to the query.
 * @throws PathError
 */
export function toCustomerUrl(
  baseUrl: string,
  customerId: string,
  path: string,
  params: Readonly<Record<string, string>> = {},
): URL {
  const cut = path.indexOf('?')
  const pathname = cut < 0 ? path : path.slice(0, cut)
  if (!pathname.startsWith('/')) {
    throw new PathError('It must begin with / and name what stands after /customers/{customerId}, such as /people/1.')
  }
  if (path.includes('#')) throw new PathError('It must not have a fragment (#).')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u0020\u007f\\]/.test(path)) {
    throw new PathError(
      'It must not have blanks, backslashes or control characters. Percent-encode values of the query.',
    )
  }
  const segments = pathname.slice(1).split('/')
  for (const [index, segment] of segments.entries()) {
    if (segment === '' && (index > 0 || segments.length > 1))
      throw new PathError('It must not have empty segments (//).')
    checkSegment(segment)
  }
  const root = `${new URL(baseUrl).pathname.replace(/\/+$/, '')}/customers/${customerId}`
  const query = cut < 0 ? '' : path.slice(cut)
  const url = new URL(`${new URL(baseUrl).origin}${root}${pathname === '/' ? '' : pathname}${query}`)
  for (const [name, value] of Object.entries(params)) url.searchParams.append(name, value)
  // What was checked above is what is called: nothing was folded away.
  const isInside = url.pathname === root || url.pathname.startsWith(`${root}/`)
  if (
    !isInside ||
    url.pathname.split('/').length !== root.split('/').length + (pathname === '/' ? 0 : segments.length)
  ) {
    throw new PathError('It leads out of /customers/{customerId}.')
  }
  return url
}

/** @throws PathError when a server might take it for more than one segment, or for one that leads upwards. */
function checkSegment(segment: string): void {
  let text = segment
  // However often it is encoded: somebody on the way may decode once more than is right.
  for (;;) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    if (/[/\\\u0000-\u001f\u007f]/.test(text))
      throw new PathError('It must not hide a slash, a backslash or a control character.')
    if (/^\.\.?$/.test(text.split(';', 1)[0]!)) throw new PathError('It must not have . or .. segments.')
    const next = decode(text)
    if (next === text) return
    text = next
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new PathError('It is not well encoded.')
  }
}
