import { html, raw } from 'hono/html'
import sanitizeHtml from 'sanitize-html'
import type { PortalPage } from '../profiles/portal-page.ts'
import { page } from './shell.ts'

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

/** One job as its portal shows it. Its texts are HTML that the customer wrote (D6); nothing in it runs. `apply` leads to the form. */
export function jobPage(
  company: string,
  { jobtitle, jobid = '', location = '', description }: PortalPage,
  back: string,
  apply: string,
): Promise<string> {
  const parts = description.map(
    ({ label, value }) => html`<h2>${label}</h2><div>${raw(sanitizeHtml(value, plainText))}</div>`,
  )
  return page(
    `${jobtitle} at ${company}`,
    html`<p><a href="${back}">All jobs</a></p><h1>${jobtitle}</h1><p>${location}</p><p>Job ${jobid}</p>${parts}
<p><a class="button" href="${apply}">Apply for this job</a></p>`,
  )
}

/** What a portal answers where there is no such job: it may have been filled. */
export function goneJobPage(company: string, back: string): Promise<string> {
  return page(
    'Job not found',
    html`<h1>This job is not open any more</h1><p><a href="${back}">Jobs at ${company}</a></p>`,
  )
}

/** Plain tags without attributes. */
const plainText = {
  allowedTags: ['p', 'ul', 'ol', 'li', 'b', 'strong', 'i', 'em', 'br', 'h3', 'h4', 'div', 'span'],
  allowedAttributes: {},
}
