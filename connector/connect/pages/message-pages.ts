import { html } from 'hono/html'
import { type Html, layout } from './layout.ts'

/** The end: connected. A frame around the page is told the token. */
export function donePage(organizationName: string, activationToken: string, origins: readonly string[]): Html {
  const message = { type: 'success', data: { activation_token: activationToken } } as const
  return layout({ title: `${organizationName} is connected`, origins, message }, [
    html`<p class="notice passed" role="status">The first sync has been queued. You can close this page.</p>`,
  ])
}

/** What cannot be done, and why. */
export function refusalPage(title: string, text: string, origins: readonly string[]): Html {
  return layout({ title, origins }, html`<p class="notice failed" role="alert">${text}</p>`)
}
