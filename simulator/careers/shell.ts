import { html } from 'hono/html'

/** A part of a page, escaped where it must be. */
export type Html = ReturnType<typeof html>

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:46rem;padding:0 1rem;color:#1d232b}
li{margin:.4rem 0}li span{color:#55606d}a{color:#0b5cad}h1{line-height:1.2}
label{display:block;margin:1rem 0 .2rem;font-weight:600}label small{font-weight:400;color:#55606d}
input{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;border:1px solid #75808c;border-radius:4px}
input[aria-invalid]{border-color:#b3261e}.field p,.errors{color:#b3261e;margin:.2rem 0}
button,.button{display:inline-block;font:inherit;font-weight:600;margin:1.5rem 0 0;padding:.6rem 1.4rem;border:0;border-radius:4px;
background:#0b5cad;color:#fff;text-decoration:none;cursor:pointer}`

/**
 * What a page may load, besides its own style: nothing. No script in a job's text can run. A form may be sent to the portal
 * itself, whose answer may lead the candidate to an assessment, wherever that is.
 */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self' http: https:; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
}

/** A whole page of a portal: plain HTML that loads nothing. */
export async function page(title: string, body: Html): Promise<string> {
  return String(
    await html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${style}</style></head><body><main>${body}</main></body></html>
`,
  )
}

/** An answer with a page in it. */
export function pageResponse(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { ...pageHeaders, ...headers } })
}

/** Leads a browser on, by a GET. */
export function leadTo(location: string, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store', ...headers } })
}
