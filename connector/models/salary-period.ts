import { ownValue } from './own-value.ts'
import type { MappingSettings } from './settings.ts'

/** Unified salary periods by iCIMS's timeframe, in lower case (D6). */
const periods: Readonly<Record<string, string>> = {
  hourly: 'HOUR',
  daily: 'DAY',
  weekly: 'WEEK',
  'bi-weekly': 'TWO_WEEKS',
  biweekly: 'TWO_WEEKS',
  monthly: 'MONTH',
  yearly: 'YEAR',
  annually: 'YEAR',
}

/** The unified period of a salary: the integration's own mapping first; the original text where nothing fits. */
export function toSalaryPeriod(
  timeframe: string | undefined,
  { salaryPeriods }: Pick<MappingSettings, 'salaryPeriods'>,
): string | null {
  if (timeframe === undefined) return null
  const own = ownValue(salaryPeriods, { id: timeframe, value: timeframe })
  return own ?? periods[timeframe.trim().toLowerCase()] ?? timeframe
}
