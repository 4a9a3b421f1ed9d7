import { html } from 'hono/html'

/** One line of a page: what it is called and what it says; `href` makes it a link. */
export type Line = { label: string; text: string; href?: string }

/** What a page about a profile shows. */
export type LinkToPage = { heading: string; kind: string; lines: readonly Line[]; related: readonly Line[] }

/**
 * The page of a direct link: plain HTML that loads nothing. It stands for the platform's own page, which is not imitated.
 * Whatever a profile holds is shown as text, HTML included.
 */
export async function linkToPage({ heading, kind, lines, related }: LinkToPage): Promise<string> {
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:46rem;padding:0 1rem;color:#1d232b}
table{border-collapse:collapse;width:100%;margin:1.5rem 0}caption{text-align:left;font-weight:600}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #d6dbe1}
th{font-weight:400;color:#55606d;width:13rem}</style></head>
<body><main><p>${kind} in the simulated platform</p><h1>${heading}</h1>
${table('Profile', lines)}${table('Recruiting workflows', related)}</main></body></html>
`
  return String(await page)
}

function table(caption: string, lines: readonly Line[]) {
  if (lines.length === 0) return ''
  const rows = lines.map(({ label, text, href }) => {
    const value = href === undefined ? text : html`<a href="${href}">${text}</a>`
    return html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`
  })
  return html`<table><caption>${caption}</caption><tbody>${rows}</tbody></table>`
}
