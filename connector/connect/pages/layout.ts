import { html } from 'hono/html'

/** What every page shows: HTML whose every value is escaped. */
export type Html = ReturnType<typeof html>

/** What a page is shown with. */
export type PageOptions = {
  title: string
  /** Who may be told by the frame around the page; none where it stands alone. */
  origins: readonly string[]
  /** What is told to them when the page opens. */
  message?: { type: 'success'; data: { activation_token: string } }
}

/** The frame of every page. */
export function layout({ title, origins, message }: PageOptions, content: Html | Html[]): Html {
  const told = message === undefined ? '' : JSON.stringify(message)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="stylesheet" href="/connect/style.css">
<script defer src="/connect/connect.js"></script>
</head>
<body data-origins="${JSON.stringify(origins)}" data-message="${told}">
<header><p class="mark">iCIMS connection</p>
<button type="button" id="close" hidden>Close</button></header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>`
}
