import { html, raw } from 'hono/html'
import sanitizeHtml from 'sanitize-html'
import type { PortalPage } from '../profiles/portal-page.ts'

/** A job in the list of a portal. */
export type ListedJob = { href: string; title: string; location: string }

/** The open jobs of a portal: plain HTML that loads nothing. */
export function jobListPage(company: string, jobs: readonly ListedJob[]): Promise<string> {
  const items = jobs.map(
    ({ href, title, location }) => html`<li><a href="${href}">${title}</a> <span>${location}</span></li>`,
  )
  const list = jobs.length === 0 ? html`<p>There are no open jobs.</p>` : html`<ul>${items}</ul>`
  return page(`Jobs at ${company}`, html`<h1>Jobs at ${company}</h1>${list}`)
}

/** One job as its portal shows it. Its texts are HTML that the customer wrote (D6); nothing in it runs. */
export function jobPage(
  company: string,
  { jobtitle, jobid = '', location = '', description }: PortalPage,
  back: string,
): Promise<string> {
  const parts = description.map(
    ({ label, value }) => html`<h2>${label}</h2><div>${raw(sanitizeHtml(value, plainText))}</div>`,
  )
  return page(
    `${jobtitle} at ${company}`,
    html`<p><a href="${back}">All jobs</a></p><h1>${jobtitle}</h1><p>${location}</p><p>Job ${jobid}</p>${parts}`,
  )
}

/** What a portal answers where there is no such job: it may have been filled. */
export function goneJobPage(company: string, back: string): Promise<string> {
  return page(
    'Job not found',
    html`<h1>This job is not open any more</h1><p><a href="${back}">Jobs at ${company}</a></p>`,
  )
}

/** What the page may load, besides its own style: nothing. No script in a job's text can run. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
}

/** Plain tags without attributes. */
const plainText = {
  allowedTags: ['p', 'ul', 'ol', 'li', 'b', 'strong', 'i', 'em', 'br', 'h3', 'h4', 'div', 'span'],
  allowedAttributes: {},
}

async function page(title: string, body: ReturnType<typeof html>): Promise<string> {
  return String(
    await html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:46rem;padding:0 1rem;color:#1d232b}
li{margin:.4rem 0}span{color:#55606d}a{color:#0b5cad}</style></head><body><main>${body}</main></body></html>
`,
  )
}
