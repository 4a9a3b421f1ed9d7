import type { Simulator } from '../../../simulator/index.ts'
import { livePost } from '../../../simulator/profiles/job-posts.ts'

/** The pages of a job that is up on the first portal, as a browser on this machine finds them. */
export async function portalJob(simulator: Simulator, index = 0) {
  const { store, config } = simulator.tenant
  const posted = [...store.each('job')].filter(({ data }) => livePost(data, config.portals[0]!) !== undefined)
  const list = await (await send(simulator, `http://localhost:4010/careers/${config.portals[0]!.name}`)).text()
  const { id } = posted[index]!
  const jobPage = new RegExp(`href="([^"]+/jobs/${id}/[^"]+)"`).exec(list)![1]!
  const page = (name: string): string => jobPage.replace(/job$/, name)
  return {
    id,
    jobPage,
    applyPage: page('login'),
    assessmentPage: `${page('assessment')}?i=1`,
    confirmationPage: page('confirmation'),
  }
}

export function send(simulator: Simulator, url: string, headers: Record<string, string> = {}): Promise<Response> {
  return simulator.fetch(new Request(url, { headers }))
}

/** Sends a form as a browser does, with its length. */
export async function submit(
  simulator: Simulator,
  url: string,
  parts: Record<string, string | File>,
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === 'string') body.set(name, value)
    else body.set(name, value, value.name)
  }
  const encoded = new Response(body)
  const headers = { 'content-type': encoded.headers.get('content-type')! }
  return simulator.fetch(new Request(url, { method: 'POST', headers, body: await encoded.arrayBuffer() }))
}
