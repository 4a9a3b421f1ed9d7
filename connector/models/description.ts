import type { IcimsJob } from '../icims/job.ts'
import { toSafeHtml } from './safe-html.ts'

/** The three texts of a job under headings, as HTML that is safe to show. */
export function toDescription({ overview, responsibilities, qualifications }: IcimsJob): string | null {
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['Overview', overview],
    ['Responsibilities', responsibilities],
    ['Qualifications', qualifications],
  ]
  const html = parts.flatMap(([title, text]) => {
    const safe = text === undefined ? '' : toSafeHtml(text)
    return safe === '' ? [] : [`<h3>${title}</h3>${safe}`]
  })
  return html.length === 0 ? null : html.join('\n')
}
