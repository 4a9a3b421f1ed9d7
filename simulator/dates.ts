/** iCIMS writes date-times as `yyyy-MM-dd hh:mm a`, 12-hour and always UTC (D6): `2015-09-30 02:07 PM`. */
export function formatDateTime(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString()
  const hour = Number(iso.slice(11, 13))
  const hour12 = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0')
  return `${iso.slice(0, 10)} ${hour12}:${iso.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`
}

/** Reads both forms iCIMS takes, a date meaning midnight UTC; one hour digit is sent by a client (M1). Undefined when neither. */
export function parseDateTime(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?: (\d{1,2}):(\d{2}) ([AP]M))?$/i.exec(text.trim())
  if (!match || !isDateOnly(match[1]!)) return undefined
  const midnight = Date.parse(`${match[1]}T00:00:00Z`)
  if (match[2] === undefined) return midnight
  const hour = Number(match[2])
  const minute = Number(match[3])
  if (hour < 1 || hour > 12 || minute > 59) return undefined
  const hours = (hour % 12) + (match[4]!.toUpperCase() === 'PM' ? 12 : 0)
  return midnight + (hours * 60 + minute) * 60_000
}

/** Whether the text is a real day, `yyyy-MM-dd`. */
export function isDateOnly(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
