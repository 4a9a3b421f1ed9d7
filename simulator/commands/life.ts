import { callControl, type RemoteFlags } from './remote.ts'

/** What `life` takes. */
export type LifeFlags = RemoteFlags & {
  json?: true
  limit: number
  since?: string
  kind?: string
  person?: number
  job?: number
}

type Answer = { events: { at: string; text: string }[] }

/** `icims-simulator life`: what happened by itself in a running simulator, as a story. */
export async function life({ json, limit, since, kind, person, job, ...remote }: LifeFlags): Promise<void> {
  const wanted = Object.entries({ limit, since, kind, person, job }).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(wanted.map(([name, value]): [string, string] => [name, String(value)]))
  const answer = (await callControl(remote, 'GET', `/life?${query}`)) as Answer
  process.stdout.write(json ? `${JSON.stringify(answer)}\n` : tell(answer))
}

/** A heading for each day, a line for each thing that happened on it, in UTC. */
function tell({ events }: Answer): string {
  if (events.length === 0)
    return 'Nothing has happened by itself. Move the time with advance, or start it with --live.\n'
  let day = ''
  const lines = events.flatMap(({ at, text }) => {
    const line = `  ${at.slice(11, 16)}  ${text}`
    if (at.slice(0, 10) === day) return [line]
    day = at.slice(0, 10)
    return [dayName(day), line]
  })
  return `${lines.join('\n')}\n`
}

/** Thursday, 15 January 2026, whatever the machine's own language. */
function dayName(day: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', parts).format(new Date(day))
}
