import type { Connector } from '../../../connector/index.ts'

/** A page of the connection, as a browser without scripts has it. */
export type Page = { status: number; html: string; headers: Headers }

/** Calls a page. */
export async function openPage({ fetch }: Connector, url: string, init?: RequestInit): Promise<Page> {
  const answer = await fetch(new Request(url, init))
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}

/** Sends the form of a page, with what it holds already. */
export function sendForm(
  connector: Connector,
  page: Page,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Page> {
  const form = /<form method="post" action="([^"]+)">([\s\S]*?)<\/form>/.exec(page.html)
  if (form === null) throw new Error(`There is no form in:\n${page.html}`)
  const inputs = [...form[2]!.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)]
  const hidden = Object.fromEntries(inputs.map(([, name, value]) => [name!, value!]))
  const body = new URLSearchParams({ ...hidden, ...fields }).toString()
  const type = { 'content-type': 'application/x-www-form-urlencoded', ...headers }
  return openPage(connector, `http://127.0.0.1${form[1]}`, { method: 'POST', headers: type, body })
}

/** The token that a page tells the frame around it. */
export function activationOf({ html }: Page): string {
  const [, text = ''] = /data-message="([^"]*)"/.exec(html) ?? []
  return JSON.parse(text.replaceAll('&quot;', '"')).data.activation_token
}
