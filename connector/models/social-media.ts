import type { JsonObject } from './record.ts'

/** Networks by the end of their host. */
const networks: Readonly<Record<string, string>> = {
  'linkedin.com': 'LINKEDIN',
  'xing.com': 'XING',
  'github.com': 'GITHUB',
  'gitlab.com': 'GITLAB',
  'twitter.com': 'TWITTER',
  'x.com': 'TWITTER',
  'facebook.com': 'FACEBOOK',
  'instagram.com': 'INSTAGRAM',
  'youtube.com': 'YOUTUBE',
  'stackoverflow.com': 'STACK_OVERFLOW',
}

/** A profile in a social network from the text of a field: an address, or else a name in a network nobody knows. */
export function toSocialMedia(text: string | null): JsonObject[] {
  const written = text?.trim() ?? ''
  if (written === '') return []
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`
  const host = /\s/.test(written) || !written.includes('.') ? undefined : hostOf(address)
  if (host === undefined) return [{ link: null, type: null, username: written }]
  const known = Object.keys(networks).find((name) => host === name || host.endsWith(`.${name}`))
  return [{ link: address, type: known === undefined ? null : networks[known]!, username: null }]
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase() : undefined
}
