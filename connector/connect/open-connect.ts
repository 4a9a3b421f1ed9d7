import type { Clock } from '../clock.ts'
import { createLink, type LinkPurpose } from '../store/connect-links.ts'
import type { Store } from '../store/store.ts'
import type { ConnectFlowOptions } from './flow.ts'
import { defaultRegions, type Region } from './regions.ts'

/** How customers connect. */
export type ConnectOptions = {
  /** `https://host` that others reach us at, for links to pages and files; the one of the call unless given. */
  publicUrl?: string
  /** Origins of applications that show the page in a frame, such as `https://app.example.com`. None may unless named. */
  origins?: readonly string[]
  /** Where a customer's iCIMS may be; the United States and the European Union unless given. */
  regions?: readonly Region[]
}

/** Whether a request is for one of the pages. */
export function isOfConnect({ url }: Request): boolean {
  return /^\/connect(\/|$)/.test(new URL(url).pathname)
}

/** A setting that cannot be. */
export class ConnectOptionsError extends Error {
  override readonly name = 'ConnectOptionsError'
}

/** What the unified API needs of it. */
export type ConnectLinks = {
  store: Store
  clock: Clock
  publicUrl: string | undefined
  regions: readonly Region[]
  /** @returns the token of the link. */
  createLink(environmentId: string, purpose: LinkPurpose, lifetime: number): Promise<string>
}

/**
 * Makes the links and the pages they lead to; the pages are loaded when the first one is asked for.
 */
export function openConnect(
  { publicUrl, origins = [], regions = defaultRegions }: ConnectOptions,
  options: Omit<ConnectFlowOptions, 'regions'> & { onInternalError?: (error: unknown) => void },
): { links: ConnectLinks; fetch(request: Request): Promise<Response> } {
  const { store, clock, onInternalError } = options
  const load = async (): Promise<(request: Request) => Response | Promise<Response>> => {
    const [{ createConnectApp }, { createConnectFlow }] = await Promise.all([import('./app.ts'), import('./flow.ts')])
    const flow = createConnectFlow({ ...options, regions })
    return createConnectApp({ flow, regions, origins, ...(onInternalError && { onInternalError }) }).fetch
  }
  let loaded: ReturnType<typeof load> | undefined
  return {
    links: {
      store,
      clock,
      publicUrl,
      regions,
      createLink: (environmentId, purpose, lifetime) =>
        store.transaction((inner) => createLink(inner, environmentId, purpose, { now: clock.now(), lifetime })),
    },
    async fetch(request) {
      loaded ??= load()
      return (await loaded)(request)
    },
  }
}

/**
 * Checks what stands in headers and scripts: what is no origin must not get there.
 *
 * @throws ConnectOptionsError
 */
export function checkConnectOptions({ publicUrl, origins = [] }: ConnectOptions = {}): void {
  for (const origin of origins) checkOrigin(origin)
  if (publicUrl !== undefined) checkOrigin(publicUrl)
}

function checkOrigin(text: string): void {
  const isOrigin = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
  if (!isOrigin) throw new ConnectOptionsError(`${text} is no origin. Write it as https://app.example.com.`)
}
